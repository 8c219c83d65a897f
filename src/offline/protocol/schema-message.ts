import { typeToJson } from "../cty";
import type { Attribute, Block, NestedBlock, ProviderSchema } from "../model";
import type { BlockMessage, SchemaAnswer, SchemaMessage } from "./messages";

const NESTING: Readonly<Record<NestedBlock["nesting"], number>> = { single: 1, list: 2, set: 3 };

/** A provider's schema as Terraform reads it. */
export function schemaAnswer(schema: ProviderSchema): SchemaAnswer {
  return {
    provider: schemaMessage(schema.provider),
    resourceSchemas: eachSchema(schema.resources),
    ephemeralResourceSchemas: eachSchema(schema.ephemerals),
    // Destroying needs no plan of its own, and a type never becomes another: `moved` blocks stay within a type.
    capabilities: { planDestroy: false },
  };
}

function eachSchema(blocks: ReadonlyMap<string, Block>): Record<string, SchemaMessage> {
  return Object.fromEntries([...blocks].map(([type, block]) => [type, schemaMessage(block)]));
}

function schemaMessage(block: Block): SchemaMessage {
  return { version: block.version ?? 0, block: blockMessage(block) };
}

function blockMessage(block: Block): BlockMessage {
  return {
    version: block.version ?? 0,
    attributes: Object.entries(block.attributes).map(([name, item]) => attributeMessage(name, item)),
    blockTypes: Object.entries(block.blocks).map(([name, nested]) => nestedMessage(name, nested)),
  };
}

function attributeMessage(name: string, { type, ...flags }: Attribute): object {
  return { name, type: Buffer.from(typeToJson(type)), ...flags };
}

function nestedMessage(typeName: string, { nesting, min, max, block }: NestedBlock): object {
  // Terraform takes the bounds of a single block from its nesting alone.
  const bounds = nesting === "single" ? {} : { minItems: min, maxItems: max };
  return { typeName, block: blockMessage(block), nesting: NESTING[nesting], ...bounds };
}
