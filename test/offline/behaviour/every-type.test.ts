import { factsOf } from "../../../src/offline/facts";
import type { Value } from "../../../src/offline/model";
import type { ProviderName } from "../../../src/offline/schema";
import type { World } from "../../../src/offline/world";
import { IN_ORDER, sampleOf, SAMPLES } from "./samples";
import { SOURCES, Stack, temporaryWorld, UNKNOWN, type Fields } from "./support";

const providerOf = (type: string): ProviderName =>
  type.startsWith("aws_") ? "aws" : type.startsWith("kafka_") ? "kafka" : "postgresql";

const configOf = (type: string, states: ReadonlyMap<string, Fields>): Fields =>
  type === "aws_kms_alias"
    ? { ...sampleOf(type), target_key_id: states.get("aws_kms_key")?.key_id }
    : sampleOf(type);

async function deployAll(world: World) {
  const stacks = {
    aws: new Stack("aws", world),
    kafka: new Stack("kafka", world),
    postgresql: new Stack("postgresql", world),
  };
  const states = new Map<string, Fields>();
  for (const type of IN_ORDER) {
    const stack = stacks[providerOf(type)];
    states.set(type, await stack.apply(type, configOf(type, states)));
  }
  return { states, stackOf: (type: string) => stacks[providerOf(type)] };
}

const isKnown = (value: Value): boolean =>
  value !== UNKNOWN && (typeof value !== "object" || value === null || Object.values(value).every(isKnown));

describe("every resource type", () => {
  test("has a sample", () => {
    const known = Object.values(SOURCES).flatMap((source) => [...factsOf(source).resources.keys()]);

    expect(Object.keys(SAMPLES).sort()).toEqual(known.sort());
  });

  test("is made with everything known, read back unchanged, and planned without a change", async () => {
    const { states, stackOf } = await deployAll(temporaryWorld());

    for (const [type, state] of states) {
      expect([type, isKnown(state)]).toEqual([type, true]);
      expect([type, state.id]).toEqual([type, expect.stringMatching(/./)]);
      expect([type, await stackOf(type).read(type, state)]).toEqual([type, state]);
      const { planned, requiresReplace } = stackOf(type).plan(type, state, configOf(type, states));
      expect([type, planned, requiresReplace]).toEqual([type, state, []]);
    }
  });

  test("is the same in every world of the same seed, and differs in another", async () => {
    const [first, second, other] = await Promise.all(
      [{}, {}, { seed: "another" }].map((options) => deployAll(temporaryWorld(options))),
    );

    expect(second?.states).toEqual(first?.states);
    expect(other?.states.get("aws_kms_key")?.key_id).not.toBe(first?.states.get("aws_kms_key")?.key_id);
  });

  test("is gone from the world after it was destroyed, in the reverse order", async () => {
    const world = temporaryWorld();
    const { states, stackOf } = await deployAll(world);

    for (const type of [...IN_ORDER].reverse()) await stackOf(type).destroy(type, states.get(type) ?? null);

    expect(world.list()).toEqual([]);
  });

  test("keeps no write-only and no sensitive value, neither in its state nor in the world", async () => {
    const world = temporaryWorld();
    const { states } = await deployAll(world);

    expect(JSON.stringify([...states, world.list()])).not.toContain("never-kept");
  });

  test("is imported by its id as the world has it, but for what no provider reads back", async () => {
    const { states, stackOf } = await deployAll(temporaryWorld());

    for (const [type, state] of states) {
      const { importer, local } = factsOf(SOURCES[providerOf(type)]).resources.get(type) ?? {
        importer: undefined,
        local: [] as readonly string[],
      };
      const result = await stackOf(type).provider.importState(type, String(state.id));

      if (importer === undefined) {
        expect(result.diagnostics).toEqual([
          { severity: "error", summary: `resource ${type} doesn't support import` },
        ]);
        continue;
      }
      // a list or set of nothing is empty once it was read, and null where it was planned
      const told = (fields: Fields) =>
        Object.entries(fields)
          .filter(([name]) => !local.includes(name))
          .map(([name, value]) => [name, Array.isArray(value) && value.length === 0 ? null : value]);
      expect([type, told(result.state as Fields)]).toEqual([type, told(state)]);
    }
  });

  test("is not there after it was removed from the world by hand", async () => {
    const world = temporaryWorld();
    const { states, stackOf } = await deployAll(world);

    for (const { type, identity } of world.list()) {
      await world.remove(type, identity);
      expect([type, await stackOf(type).read(type, states.get(type) ?? null)]).toEqual([type, null]);
    }
  });
});
