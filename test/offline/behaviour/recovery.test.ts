import { linkSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { World } from "../../../src/offline/world";
import { refusal } from "./refusal";
import { sampleOf } from "./samples";
import { ACCOUNT, REGION, Stack, temporaryFolder, temporaryWorld } from "./support";

describe("drift", () => {
  test("shows what was changed in the world by hand", async () => {
    const world = temporaryWorld();
    const stack = new Stack("kafka", world);
    const state = await stack.apply("kafka_topic", sampleOf("kafka_topic"));
    const thing = world.get("kafka_topic", "orders.order-placed.v1");
    const attributes = { ...thing?.attributes, partitions: 9 };
    await world.put("kafka_topic", "orders.order-placed.v1", { attributes });

    expect(await stack.read("kafka_topic", state)).toEqual({ ...state, partitions: 9 });
  });

  test("never shows in what only the state knows", async () => {
    const stack = new Stack("kafka", temporaryWorld());
    const state = await stack.apply("kafka_user_scram_credential", sampleOf("kafka_user_scram_credential"));

    expect(
      await stack.read("kafka_user_scram_credential", { ...state, password_wo_version: "7" }),
    ).toMatchObject({
      password_wo_version: "7",
    });
  });
});

describe("a password in a configuration", () => {
  test("is in the state, as with the real provider, and never in the world", async () => {
    const world = temporaryWorld();
    const stack = new Stack("postgresql", world);

    const state = await stack.apply("postgresql_role", { name: "a", password: "in the state" });

    expect(state.password).toBe("in the state");
    expect(JSON.stringify(world.list())).not.toContain("in the state");
    expect(await stack.read("postgresql_role", state)).toEqual(state);
  });
});

describe("a failure", () => {
  test("leaves the state as it was and the world whole", async () => {
    const world = temporaryWorld();
    const stack = new Stack("postgresql", world);
    const before = await stack.apply("postgresql_role", { name: "a" });
    const worldBefore = world.list();

    const { planned } = stack.plan("postgresql_role", before, { name: "a", roles: ["nobody"] });
    const { state, diagnostics } = await stack.provider.apply("postgresql_role", before, planned, null);

    expect(state).toEqual(before);
    expect(diagnostics).toHaveLength(1);
    expect(world.list()).toEqual(worldBefore);
  });

  test("of the store is told as a diagnostic, with no state", async () => {
    const folder = temporaryFolder();
    const stack = new Stack("kafka", World.open(join(folder, "dev.world.json"), { patienceMs: 20 }));
    await stack.world?.put("kafka_topic", "there", { attributes: {} });
    const { planned } = stack.plan("kafka_topic", null, sampleOf("kafka_topic"));
    const release = lockedElsewhere(join(folder, "dev.world.json"));

    const { state, diagnostics } = await stack.provider.apply("kafka_topic", null, planned, null);
    release();

    expect(state).toBeNull();
    expect(diagnostics[0]?.summary).toMatch(
      /^the world's store '.*' has been locked for 0.02 s by process \d+; /,
    );
  });
});

describe("a deployment that was killed", () => {
  test("takes over what it had made when it is run again, if it asks for exactly the same", async () => {
    const world = temporaryWorld();
    const stack = new Stack("kafka", world);
    const state = await stack.apply("kafka_topic", sampleOf("kafka_topic"));
    await abandon(world, "kafka_topic", "orders.order-placed.v1");

    const other = { ...sampleOf("kafka_topic"), partitions: 9 };

    expect(await refusal(stack.apply("kafka_topic", other))).toContain("already exists");
    expect(await stack.apply("kafka_topic", sampleOf("kafka_topic"))).toEqual(state);
  });

  test("finds the key it had made and makes no second one", async () => {
    const world = temporaryWorld();
    const stack = new Stack("aws", world);
    const state = await stack.apply("aws_kms_key", sampleOf("aws_kms_key"));
    await abandon(world, "aws_kms_key", `${ACCOUNT}/${REGION}/${String(state.key_id)}`);

    expect(await stack.apply("aws_kms_key", sampleOf("aws_kms_key"))).toEqual(state);
    expect(world.list("aws_kms_key")).toHaveLength(1);
  });

  test("gives up its claim as soon as a state is read that holds the thing", async () => {
    const world = temporaryWorld();
    const stack = new Stack("kafka", world);
    const state = await stack.apply("kafka_topic", sampleOf("kafka_topic"));
    await abandon(world, "kafka_topic", "orders.order-placed.v1");
    await stack.read("kafka_topic", state);

    expect(await refusal(stack.apply("kafka_topic", sampleOf("kafka_topic")))).toContain("already exists");
  });

  test("knows again what it had renamed, until a state has the new name", async () => {
    const world = temporaryWorld();
    const stack = new Stack("postgresql", world);
    const before = await stack.apply("postgresql_role", { name: "before" });
    const after = await stack.apply("postgresql_role", { name: "after" }, before);

    expect(await stack.read("postgresql_role", before)).toBeNull();
    await abandon(world, "postgresql_role", "after");
    expect(await stack.read("postgresql_role", before)).toEqual(after);
    expect(await stack.read("postgresql_role", before)).toEqual(after);
    expect(await stack.read("postgresql_role", after)).toEqual(after);
    expect(await stack.read("postgresql_role", before)).toBeNull();
  });

  test("is no matter once the command has ended by itself", async () => {
    const world = temporaryWorld();
    await new Stack("kafka", world).apply("kafka_topic", sampleOf("kafka_topic"));

    await world.settle();

    expect(world.get("kafka_topic", "orders.order-placed.v1")).toEqual({
      attributes: expect.any(Object) as object,
    });
  });
});

/** Makes it look as if the process that made the thing had been killed. */
async function abandon(world: World, type: string, identity: string): Promise<void> {
  const thing = world.get(type, identity) ?? { attributes: {} };
  const maker = thing.maker?.split("~").with(2, "0").join("~");
  await world.put(type, identity, { ...thing, maker });
}

/** Holds the lock as a process of another machine would. */
function lockedElsewhere(file: string): () => void {
  writeFileSync(`${file}.other`, "another-host~1~~x");
  linkSync(`${file}.other`, `${file}.lock`);
  return () => rmSync(`${file}.lock`);
}
