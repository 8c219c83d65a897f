import type { CallName } from "./wire";

/** A value on the wire; MessagePack where there is any, JSON otherwise. */
export interface DynamicValue {
  readonly msgpack?: Buffer;
  readonly json?: Buffer;
}

export interface PathMessage {
  readonly steps: readonly { attributeName?: string; elementKeyString?: string; elementKeyInt?: number }[];
}

export interface DiagnosticMessage {
  readonly severity: 1 | 2;
  readonly summary: string;
  readonly detail: string;
  readonly attribute?: PathMessage;
}

/** What every answer may carry. */
export interface Answer {
  readonly diagnostics?: readonly DiagnosticMessage[];
}

interface OfType {
  readonly typeName: string;
}
interface OfConfig {
  readonly config: DynamicValue | null;
}
interface Calls extends Record<CallName, [object, object]> {
  GetProviderSchema: [object, Answer & SchemaAnswer];
  ValidateProviderConfig: [OfConfig, Answer];
  ValidateResourceConfig: [OfType & OfConfig, Answer];
  ValidateDataResourceConfig: [OfType, Answer];
  ValidateEphemeralResourceConfig: [OfType & OfConfig, Answer];
  UpgradeResourceState: [
    OfType & { readonly version: number; readonly rawState: { readonly json: Buffer } | null },
    Answer & { upgradedState?: DynamicValue },
  ];
  ConfigureProvider: [OfConfig, Answer];
  ReadResource: [
    OfType & { readonly currentState: DynamicValue | null; readonly private: Buffer },
    Answer & { newState?: DynamicValue; private?: Buffer },
  ];
  PlanResourceChange: [
    OfType &
      OfConfig & {
        readonly priorState: DynamicValue | null;
        readonly proposedNewState: DynamicValue | null;
        readonly priorPrivate: Buffer;
      },
    Answer & {
      plannedState?: DynamicValue;
      requiresReplace?: readonly PathMessage[];
      plannedPrivate?: Buffer;
      legacyTypeSystem?: boolean;
    },
  ];
  ApplyResourceChange: [
    OfType &
      OfConfig & {
        readonly priorState: DynamicValue | null;
        readonly plannedState: DynamicValue | null;
        readonly plannedPrivate: Buffer;
      },
    Answer & { newState?: DynamicValue; private?: Buffer; legacyTypeSystem?: boolean },
  ];
  ImportResourceState: [
    OfType & { readonly id: string },
    Answer & { importedResources?: readonly { typeName: string; state: DynamicValue }[] },
  ];
  MoveResourceState: [{ readonly sourceTypeName: string; readonly targetTypeName: string }, Answer];
  ReadDataSource: [OfType, Answer];
  OpenEphemeralResource: [OfType & OfConfig, Answer & { result?: DynamicValue }];
  RenewEphemeralResource: [OfType, Answer];
  CloseEphemeralResource: [OfType, Answer];
  CallFunction: [{ readonly name: string }, { error: { text: string } }];
}

export interface SchemaAnswer {
  readonly provider?: SchemaMessage;
  readonly resourceSchemas?: Readonly<Record<string, SchemaMessage>>;
  readonly ephemeralResourceSchemas?: Readonly<Record<string, SchemaMessage>>;
  readonly capabilities?: { readonly planDestroy: boolean };
}

export interface SchemaMessage {
  readonly version: number;
  readonly block: BlockMessage;
}

export interface BlockMessage {
  readonly version: number;
  readonly attributes: readonly object[];
  readonly blockTypes: readonly object[];
}

/** What a call asks. */
export type Ask<Call extends CallName> = Calls[Call][0];

/** What a call answers. */
export type AnswerOf<Call extends CallName> = Calls[Call][1];

/** One function per call of the protocol; each may throw, the server turns that into a diagnostic. */
export type Handlers = {
  readonly [Call in CallName]: (ask: Ask<Call>) => AnswerOf<Call> | Promise<AnswerOf<Call>>;
};
