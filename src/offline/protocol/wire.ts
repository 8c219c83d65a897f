import type { PackageDefinition } from "@grpc/proto-loader";
import { fromJSON } from "@grpc/proto-loader";

/**
 * The calls and messages of Terraform's plugin protocol 6 that Terraform 1.5 to 1.11 and OpenTofu 1.6 on make,
 * with the fields the engine reads or writes. Numbers are those of the published `tfplugin6.proto`, minor
 * version 9; fields the engine leaves alone are left out, which the format allows.
 */
interface Field {
  readonly type: string;
  readonly id: number;
  readonly rule?: "repeated";
  readonly keyType?: "string";
}
type Message = Readonly<Record<string, Field>>;

const one = (type: string, id: number): Field => ({ type, id });
const many = (type: string, id: number): Field => ({ type, id, rule: "repeated" });
const mapOf = (type: string, id: number): Field => ({ type, id, keyType: "string" });
const text = (id: number): Field => one("string", id);
const bytes = (id: number): Field => one("bytes", id);
const flag = (id: number): Field => one("bool", id);
const integer = (id: number): Field => one("int64", id);
/** Enumerations are numbers on the wire. */
const choice = (id: number): Field => one("int32", id);
const value = (id: number): Field => one("DynamicValue", id);
const remarks = (id: number): Field => many("Diagnostic", id);

const SHARED: Readonly<Record<string, Message>> = {
  DynamicValue: { msgpack: bytes(1), json: bytes(2) },
  RawState: { json: bytes(1), flatmap: mapOf("string", 2) },
  Step: { attributeName: text(1), elementKeyString: text(2), elementKeyInt: integer(3) },
  AttributePath: { steps: many("Step", 1) },
  Diagnostic: { severity: choice(1), summary: text(2), detail: text(3), attribute: one("AttributePath", 4) },
  Attribute: {
    ...{ name: text(1), type: bytes(2), required: flag(4), optional: flag(5), computed: flag(6) },
    ...{ sensitive: flag(7), writeOnly: flag(11) },
  },
  Block: { version: integer(1), attributes: many("Attribute", 2), blockTypes: many("NestedBlock", 3) },
  NestedBlock: {
    ...{ typeName: text(1), block: one("Block", 2), nesting: choice(3) },
    ...{ minItems: integer(4), maxItems: integer(5) },
  },
  Schema: { version: integer(1), block: one("Block", 2) },
  Capabilities: { planDestroy: flag(1), getProviderSchemaOptional: flag(2), moveResourceState: flag(3) },
  ImportedResource: { typeName: text(1), state: value(2), private: bytes(3) },
  FunctionError: { text: text(1) },
  Empty: {},
};

/** Per call: what is asked and what is answered. */
const CALLS = {
  GetProviderSchema: {
    ask: {},
    answer: {
      ...{ provider: one("Schema", 1), resourceSchemas: mapOf("Schema", 2), diagnostics: remarks(4) },
      ...{ capabilities: one("Capabilities", 6), ephemeralResourceSchemas: mapOf("Schema", 8) },
    },
  },
  GetResourceIdentitySchemas: { ask: {}, answer: { diagnostics: remarks(2) } },
  ValidateProviderConfig: { ask: { config: value(1) }, answer: { diagnostics: remarks(2) } },
  ValidateResourceConfig: {
    ask: { typeName: text(1), config: value(2) },
    answer: { diagnostics: remarks(1) },
  },
  ValidateDataResourceConfig: { ask: { typeName: text(1) }, answer: { diagnostics: remarks(1) } },
  ValidateEphemeralResourceConfig: {
    ask: { typeName: text(1), config: value(2) },
    answer: { diagnostics: remarks(1) },
  },
  UpgradeResourceState: {
    ask: { typeName: text(1), version: integer(2), rawState: one("RawState", 3) },
    answer: { upgradedState: value(1), diagnostics: remarks(2) },
  },
  ConfigureProvider: { ask: { config: value(2) }, answer: { diagnostics: remarks(1) } },
  ReadResource: {
    ask: { typeName: text(1), currentState: value(2), private: bytes(3) },
    answer: { newState: value(1), diagnostics: remarks(2), private: bytes(3) },
  },
  PlanResourceChange: {
    ask: {
      ...{ typeName: text(1), priorState: value(2), proposedNewState: value(3), config: value(4) },
      ...{ priorPrivate: bytes(5) },
    },
    answer: {
      ...{ plannedState: value(1), requiresReplace: many("AttributePath", 2), plannedPrivate: bytes(3) },
      ...{ diagnostics: remarks(4), legacyTypeSystem: flag(5) },
    },
  },
  ApplyResourceChange: {
    ask: {
      ...{ typeName: text(1), priorState: value(2), plannedState: value(3), config: value(4) },
      ...{ plannedPrivate: bytes(5) },
    },
    answer: { newState: value(1), private: bytes(2), diagnostics: remarks(3), legacyTypeSystem: flag(4) },
  },
  ImportResourceState: {
    ask: { typeName: text(1), id: text(2) },
    answer: { importedResources: many("ImportedResource", 1), diagnostics: remarks(2) },
  },
  MoveResourceState: {
    ask: { sourceProviderAddress: text(1), sourceTypeName: text(2), targetTypeName: text(5) },
    answer: { diagnostics: remarks(2) },
  },
  ReadDataSource: { ask: { typeName: text(1) }, answer: { diagnostics: remarks(2) } },
  OpenEphemeralResource: {
    ask: { typeName: text(1), config: value(2) },
    answer: { diagnostics: remarks(1), result: value(3) },
  },
  RenewEphemeralResource: { ask: { typeName: text(1) }, answer: { diagnostics: remarks(1) } },
  CloseEphemeralResource: { ask: { typeName: text(1) }, answer: { diagnostics: remarks(1) } },
  GetFunctions: { ask: {}, answer: { diagnostics: remarks(2) } },
  CallFunction: { ask: { name: text(1) }, answer: { error: one("FunctionError", 2) } },
  StopProvider: { ask: {}, answer: { error: text(1) } },
} satisfies Record<string, { ask: Message; answer: Message }>;

/** The name of a call of the protocol. */
export type CallName = keyof typeof CALLS;

/** The calls' names, in no particular order. */
export const CALL_NAMES = Object.keys(CALLS) as readonly CallName[];

const PACKAGE = "tfplugin6";

/** The service as gRPC knows it. */
export const SERVICE_NAME = `${PACKAGE}.Provider`;

/** The service and its messages, loaded; messages' names are the engine's own, as they are not on the wire. */
export function loadProtocol(): PackageDefinition {
  const calls = Object.entries<{ ask: Message; answer: Message }>(CALLS);
  const messages = Object.entries(SHARED);
  for (const [name, { ask, answer }] of calls) messages.push([`${name}Ask`, ask], [`${name}Answer`, answer]);

  const nested: Record<string, object> = {
    Provider: {
      methods: Object.fromEntries(
        calls.map(([name]) => [name, { requestType: `${name}Ask`, responseType: `${name}Answer` }]),
      ),
    },
  };
  for (const [name, fields] of messages) nested[name] = { fields };
  return fromJSON(
    { nested: { [PACKAGE]: { nested } } },
    {
      longs: Number,
      defaults: true,
    },
  );
}
