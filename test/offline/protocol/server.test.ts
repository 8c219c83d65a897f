import fc from "fast-check";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { attribute, decodeValue, encodeValue, impliedType } from "../../../src/offline/cty";
import type { Block, ProviderSchema, Value } from "../../../src/offline/model";
import { UNKNOWN } from "../../../src/offline/model";
import type { ProviderServer } from "../../../src/offline/protocol";
import { serveProvider } from "../../../src/offline/protocol";
import { CALL_NAMES } from "../../../src/offline/protocol/wire";
import { EchoProvider } from "../../support/offline/echo-provider";
import { ProtocolClient } from "../../support/offline/protocol-client";

const TAG: Block = { attributes: { key: attribute("string", { required: true }) }, blocks: {} };
const TOPIC: Block = {
  version: 2,
  attributes: {
    id: attribute("string", { optional: true, computed: true }),
    name: attribute("string", { required: true }),
    labels: attribute(["map", "string"], { optional: true }),
    secret: attribute("string", { optional: true, sensitive: true, writeOnly: true }),
  },
  blocks: {
    tag: { nesting: "set", min: 0, max: 5, block: TAG },
    limits: { nesting: "single", min: 0, max: 1, block: TAG },
  },
};
const SCHEMA: ProviderSchema = {
  source: "registry.terraform.io/example/kafka",
  version: "1.0.0",
  provider: { attributes: { region: attribute("string", { optional: true }) }, blocks: {} },
  resources: new Map([["kafka_topic", TOPIC]]),
  ephemerals: new Map([["kafka_ticket", TAG]]),
};

const TYPE = impliedType(TOPIC);
const value = (content: Value) => ({ msgpack: encodeValue(TYPE, content) });
const content = (sent: { msgpack?: Buffer } | undefined) =>
  decodeValue(TYPE, sent?.msgpack ?? Buffer.alloc(0));
const ORDERS = { id: null, name: "orders", labels: null, secret: "hush", tag: [], limits: null };

const folder = mkdtempSync(join(tmpdir(), "mw-protocol-"));
let behaviour: EchoProvider;
let server: ProviderServer;
let client: ProtocolClient;

beforeEach(async () => {
  behaviour = new EchoProvider(SCHEMA);
  server = await serveProvider(behaviour, join(folder, "kafka.sock"));
  client = new ProtocolClient(server.socket);
});
afterEach(() => {
  client.close();
  server.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const plan = (prior: Value, proposed: Value, typeName = "kafka_topic") =>
  client.call("PlanResourceChange", {
    typeName,
    priorState: value(prior),
    proposedNewState: value(proposed),
    config: value(proposed),
    priorPrivate: Buffer.from("kept"),
  });

describe("a simulated provider on its socket", () => {
  test("shows its schema: types, flags, nesting, bounds, versions", async () => {
    const { provider, resourceSchemas, ephemeralResourceSchemas } = await client.call("GetProviderSchema");

    const topic = resourceSchemas?.["kafka_topic"];
    expect(provider?.block.attributes).toMatchObject([{ name: "region", optional: true }]);
    expect(topic).toMatchObject({ version: 2 });
    expect(topic?.block.attributes).toMatchObject([
      { name: "id", type: Buffer.from('"string"'), computed: true, optional: true, required: false },
      { name: "name", required: true, optional: false },
      { name: "labels", type: Buffer.from('["map","string"]') },
      { name: "secret", sensitive: true, writeOnly: true },
    ]);
    expect(topic?.block.blockTypes).toMatchObject([
      { typeName: "tag", nesting: 3, minItems: 0, maxItems: 5 },
      { typeName: "limits", nesting: 1, minItems: 0, maxItems: 0 },
    ]);
    expect(Object.keys(ephemeralResourceSchemas ?? {})).toEqual(["kafka_ticket"]);
  });

  test("plans with unknown values and never hands a write-only value on", async () => {
    const answer = await plan(null, ORDERS);

    expect(answer.diagnostics).toEqual([]);
    expect(content(answer.plannedState)).toEqual({ ...ORDERS, id: UNKNOWN, secret: null });
  });

  test("passes private state through, and the paths that replace", async () => {
    const answer = await plan({ ...ORDERS, id: "orders" }, { ...ORDERS, name: "other" });

    expect(answer.plannedPrivate).toEqual(Buffer.from("kept"));
    expect(answer.requiresReplace).toMatchObject([{ steps: [{ attributeName: "name" }] }]);
  });

  test.each([
    [undefined, false],
    [true, true],
  ])("a plan of the older SDK (%s) is marked %s", async (legacyTypeSystem, marked) => {
    behaviour.plan = (_type, _prior, proposed) => ({
      ...{ planned: proposed, requiresReplace: [], diagnostics: [] },
      ...(legacyTypeSystem === undefined ? {} : { legacyTypeSystem }),
    });

    expect((await plan(null, ORDERS)).legacyTypeSystem).toBe(marked);
  });

  test("upgrades a state of another version: what is gone is left out, what is new is null", async () => {
    const rawState = { json: Buffer.from('{"name":"orders","old":1,"tag":[{"key":"a"}]}') };

    const { upgradedState } = await client.call("UpgradeResourceState", {
      typeName: "kafka_topic",
      rawState,
    });

    expect(content(upgradedState)).toEqual({ ...ORDERS, secret: null, tag: [{ key: "a" }] });
  });

  test("remarks carry their paths; a path ends at a set and knows keys of maps", async () => {
    behaviour.validateResource = () => [
      { severity: "error", summary: "bad label", detail: "why", path: ["labels", "team"] },
      { severity: "warning", summary: "odd tag", path: ["tag", 0, "key"] },
      { severity: "warning", summary: "odd limit", path: ["limits", "key"] },
    ];

    const { diagnostics } = await client.call("ValidateResourceConfig", {
      typeName: "kafka_topic",
      config: value(ORDERS),
    });

    expect(diagnostics).toMatchObject([
      {
        severity: 1,
        summary: "bad label",
        detail: "why",
        attribute: { steps: [{ attributeName: "labels" }, { elementKeyString: "team" }] },
      },
      { severity: 2, summary: "odd tag", detail: "", attribute: { steps: [{ attributeName: "tag" }] } },
      {
        severity: 2,
        summary: "odd limit",
        attribute: { steps: [{ attributeName: "limits" }, { attributeName: "key" }] },
      },
    ]);
  });

  test("what was read as gone is gone, and nothing is read of nothing", async () => {
    const typeName = "kafka_topic";
    const gone = await client.call("ReadResource", { typeName, currentState: value(ORDERS) });
    const nothing = await client.call("ReadResource", { typeName, currentState: value(null) });

    expect(content(gone.newState)).toBeNull();
    expect(content(nothing.newState)).toBeNull();
  });
});

describe("several connections at once", () => {
  test("are each a provider of its own, where the behaviour can be had afresh", async () => {
    const made: EchoProvider[] = [];
    const original = new EchoProvider(SCHEMA);
    const fresh = () => {
      const provider = new EchoProvider(SCHEMA);
      made.push(provider);
      return provider;
    };
    const many = await serveProvider(Object.assign(original, { fresh }), join(folder, "many.sock"));
    const clients = ["eu-central-1", "us-east-1"].map((region) => ({
      region,
      client: new ProtocolClient(many.socket),
    }));

    for (const { region, client: one } of clients) {
      const config = { msgpack: encodeValue(["object", { region: "string" }], { region }) };
      await one.call("ConfigureProvider", { config });
    }

    expect(made.map(({ calls }) => calls)).toEqual([
      ['configure {"region":"eu-central-1"}'],
      ['configure {"region":"us-east-1"}'],
    ]);
    expect(original.calls).toEqual([]);
    for (const { client: one } of clients) one.close();
    many.close();
  });

  test("may break off without harm to the others", async () => {
    const other = new ProtocolClient(server.socket);
    await other.call("GetProviderSchema");
    const broken = connect(server.socket);
    await new Promise((resolve) => broken.once("connect", resolve));
    broken.write("not HTTP/2 at all");
    broken.destroy();
    other.close();

    expect((await plan(null, ORDERS)).diagnostics).toEqual([]);
  });
});

describe("what goes wrong", () => {
  const summaries = (answer: object) =>
    ((answer as { diagnostics?: { summary: string; detail: string }[] }).diagnostics ?? []).map(
      ({ summary, detail }) => `${summary} | ${detail}`,
    );

  test.each([
    [
      "a truncated value",
      Buffer.from([0x85, 0xa2]),
      /^kafka_topic: malformed value \| not valid MessagePack/,
    ],
    [
      "a value of another type",
      encodeValue("string", "x"),
      /^kafka_topic: malformed value \| an object is required, not a string$/,
    ],
    [
      "a wrong attribute",
      encodeValue(["object", { name: "bool" }], { name: true }),
      /\| name: a string is required, not a bool$/,
    ],
    ["no value", Buffer.alloc(0), /^kafka_topic: malformed value \| a value is required$/],
  ])("%s is a diagnostic with the type and path", async (_, msgpack, expected) => {
    const answer = await client.call("ValidateResourceConfig", {
      typeName: "kafka_topic",
      config: { msgpack },
    });

    expect(summaries(answer)).toEqual([expect.stringMatching(expected)]);
  });

  test.each([
    ["ValidateResourceConfig", "resource"],
    ["ReadResource", "resource"],
    ["ApplyResourceChange", "resource"],
    ["ImportResourceState", "resource"],
    ["UpgradeResourceState", "resource"],
    ["ReadDataSource", "data source"],
    ["ValidateDataResourceConfig", "data source"],
    ["OpenEphemeralResource", "ephemeral resource"],
  ] as const)("%s of an unknown type names it", async (call, kind) => {
    const answer = await client.call(call, { typeName: "kafka_stream" });

    expect(summaries(answer)[0]).toMatch(
      `the offline engine's registry.terraform.io/example/kafka has no ${kind} type 'kafka_stream'`,
    );
  });

  test("a behaviour that throws is a diagnostic, and the next call is answered", async () => {
    behaviour.plan = () => {
      throw new RangeError("too many partitions");
    };
    const failed = await plan(null, ORDERS);
    const next = await client.call("ReadResource", { typeName: "kafka_topic", currentState: value(null) });

    expect(summaries(failed)).toEqual(["kafka_topic: the offline engine failed | too many partitions"]);
    expect(next.diagnostics).toEqual([]);
  });

  test("a behaviour that answers what does not fit its schema is a diagnostic with the path", async () => {
    behaviour.plan = () => ({ planned: { name: "a", size: 1 }, requiresReplace: [], diagnostics: [] });

    expect(summaries(await plan(null, ORDERS))).toEqual([
      "kafka_topic: malformed value | size: the schema has no such attribute",
    ]);
  });

  test("an apply that fails answers the state before it, so Terraform does not forget the resource", async () => {
    behaviour.apply = () => Promise.reject(new Error("broker not available"));
    const before = { ...ORDERS, id: "orders", secret: null };

    const answer = await client.call("ApplyResourceChange", {
      ...{
        typeName: "kafka_topic",
        priorState: value(before),
        plannedState: value(ORDERS),
        config: value(ORDERS),
      },
      plannedPrivate: Buffer.from("kept"),
    });

    expect(content(answer.newState)).toEqual(before);
    expect(answer.private).toEqual(Buffer.from("kept"));
    expect(summaries(answer)).toEqual(["kafka_topic: the offline engine failed | broker not available"]);
  });

  test("a function and a move to another type are refused", async () => {
    const call = await client.call("CallFunction", { name: "now" });
    const move = await client.call("MoveResourceState", {
      sourceTypeName: "a",
      targetTypeName: "kafka_topic",
    });

    expect(call.error.text).toBe(
      "the offline engine's registry.terraform.io/example/kafka has no function 'now'",
    );
    expect(summaries(move)[0]).toContain("'a' cannot be moved to 'kafka_topic'");
  });

  test("whatever bytes come, every call is answered and the server keeps serving", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...CALL_NAMES),
        fc.uint8Array({ maxLength: 80 }),
        async (name, bytes) => {
          const sent = client.send(`/tfplugin6.Provider/${name}`, Buffer.from(bytes));

          await expect(
            sent.then(
              () => "answered",
              (error: Error) => error.message,
            ),
          ).resolves.toEqual(expect.any(String));
        },
      ),
      { numRuns: 200 },
    );
    expect((await plan(null, ORDERS)).diagnostics).toEqual([]);
  });

  test("a call of another protocol version is told apart", async () => {
    await expect(client.send("/tfplugin6.Provider/GetMetadata", Buffer.alloc(0))).rejects.toThrow(
      "UNIMPLEMENTED",
    );
  });

  test("a socket that cannot be bound is an error", async () => {
    await expect(serveProvider(behaviour, join(folder, "no/such/folder.sock"))).rejects.toThrow();
  });
});
