import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ProviderName } from "../../../src/offline/schema";
import { PROVIDER_NAMES, providerSchema, typesInUse } from "../../../src/offline/schema";
import type { Block } from "../../../src/offline/model";
import { impliedType } from "../../../src/offline/cty";
import { shopWorkspace } from "../../support/shop";

type Configured = Record<string, unknown>;

const shop = shopWorkspace();
shop.synth("dev");
const stacks = readdirSync(join(shop.outdir, "stacks")).map((name) => join(shop.outdir, "stacks", name));
const types = [...new Set(stacks.flatMap(typesInUse))].filter((type) => type !== "terraform_data").sort();

/** What a configuration sets that the schema does not have, with its path. */
function strays(block: Block, configured: Configured, path: string): string[] {
  return Object.entries(configured).flatMap(([name, value]) => {
    const nested = block.blocks[name];
    if (nested === undefined) return name in block.attributes || META.has(name) ? [] : [`${path}.${name}`];
    const inside = Array.isArray(value) ? (value as Configured[]) : [value as Configured];
    return inside.flatMap((item) => strays(nested.block, item, `${path}.${name}`));
  });
}

const META: ReadonlySet<string> = new Set([
  "//",
  "depends_on",
  "lifecycle",
  "provider",
  "count",
  "for_each",
  "dynamic",
]);

describe("the resource types of the shop mesh", () => {
  const schemas = PROVIDER_NAMES.map((provider: ProviderName) =>
    providerSchema(
      provider,
      types.filter((type) => type.startsWith(`${provider}_`)),
    ),
  );
  const blocks = new Map(schemas.flatMap(({ resources }) => [...resources]));

  test("are of all three providers, and every one derives", () => {
    expect(types.length).toBeGreaterThan(25);
    expect([...blocks.keys()].sort()).toEqual(types);
    expect([...blocks.values()].map(impliedType).every((type) => type[0] === "object")).toBe(true);
  });

  test("have every attribute and block that any stack sets", () => {
    const found = stacks.flatMap((stack) => {
      const { resource = {} } = JSON.parse(readFileSync(join(stack, "cdk.tf.json"), "utf8")) as {
        resource?: Record<string, Record<string, Configured>>;
      };
      return Object.entries(resource).flatMap(([type, instances]) => {
        const block = blocks.get(type);
        return block === undefined ? [] : Object.values(instances).flatMap((set) => strays(block, set, type));
      });
    });

    expect([...new Set(found)]).toEqual([]);
  });
});
