import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Attribute, Block, CtyType, NestedBlock } from "../../../src/offline/model";

interface CapturedBlock {
  readonly attributes?: Readonly<Record<string, { type: CtyType } & Record<string, unknown>>>;
  readonly block_types?: Readonly<Record<string, CapturedNested>>;
}

interface CapturedNested {
  readonly nesting_mode: NestedBlock["nesting"];
  readonly min_items?: number;
  readonly max_items?: number;
  readonly block: CapturedBlock;
}

interface Captured {
  readonly provider: { readonly block: CapturedBlock };
  readonly resource_schemas: Readonly<
    Record<string, { readonly block: CapturedBlock; readonly version: number }>
  >;
}

/** A provider's schema as `terraform providers schema -json` wrote it. */
export function capturedSchema(source: string): Captured {
  const file = join(__dirname, "../../../provider-schemas/kafka-postgresql.schema.json");
  const { provider_schemas } = JSON.parse(readFileSync(file, "utf8")) as {
    provider_schemas: Record<string, Captured>;
  };
  const captured = provider_schemas[source];
  if (captured === undefined) throw new Error(`no captured schema of ${source}`);
  return captured;
}

/** A captured block as the engine would hold it. */
export function asBlock({ attributes = {}, block_types: blocks = {} }: CapturedBlock): Block {
  return {
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([name, item]) => [name, asAttribute(item)]),
    ),
    blocks: Object.fromEntries(Object.entries(blocks).map(([name, nested]) => [name, asNested(nested)])),
  };
}

function asAttribute(item: { type: CtyType } & Record<string, unknown>): Attribute {
  return {
    type: item.type,
    required: item.required === true,
    optional: item.optional === true,
    computed: item.computed === true,
    sensitive: item.sensitive === true,
    writeOnly: item.write_only === true,
  };
}

function asNested({
  nesting_mode: nesting,
  min_items: min = 0,
  max_items: max = 0,
  block,
}: CapturedNested): NestedBlock {
  return { nesting, min, max, block: asBlock(block) };
}

/** Every line of a block: one per attribute and per nested block, with its path. */
export function linesOf(block: Block, path = ""): string[] {
  const attributes = Object.entries(block.attributes).map(
    ([name, { type, required, optional, computed }]) => {
      const flags = [required && "required", optional && "optional", computed && "computed"].filter(Boolean);
      return `${path}${name}: ${JSON.stringify(type)} ${flags.join(" ")}`;
    },
  );
  const blocks = Object.entries(block.blocks).flatMap(([name, { nesting, min, max, block: inner }]) => [
    `${path}${name}: ${nesting} of blocks, ${min} to ${max || "any"}`,
    ...linesOf(inner, `${path}${name}.`),
  ]);
  return [...attributes, ...blocks].sort();
}
