import { CtyError } from "../cty";
import type { Block, Diagnostic, ProviderBehaviour } from "../model";
import { diagnosticMessages, failureMessage, UnknownTypeError } from "./diagnostics";
import type { Answer, Handlers } from "./messages";
import { pathMessage } from "./path-message";
import { schemaAnswer } from "./schema-message";
import { BlockCodec } from "./values";

/** What answers Terraform's calls for one simulated provider. */
export function handlersFor(behaviour: ProviderBehaviour): Handlers {
  return {
    ...aboutProvider(behaviour),
    ...aboutResources(behaviour),
    ...aboutEphemerals(behaviour),
    ...unused(behaviour),
  };
}

type Some<Names extends keyof Handlers> = Pick<Handlers, Names>;

function aboutProvider(
  behaviour: ProviderBehaviour,
): Some<
  | "GetProviderSchema"
  | "GetResourceIdentitySchemas"
  | "ValidateProviderConfig"
  | "ConfigureProvider"
  | "GetFunctions"
  | "StopProvider"
> {
  const provider = new BlockCodec(behaviour.schema.provider);
  return {
    GetProviderSchema: () => schemaAnswer(behaviour.schema),
    GetResourceIdentitySchemas: () => ({}),
    ValidateProviderConfig: ({ config }) =>
      remarks(provider, behaviour.validateProvider(provider.read(config))),
    ConfigureProvider: ({ config }) => remarks(provider, behaviour.configure(provider.read(config))),
    GetFunctions: () => ({}),
    StopProvider: () => ({}),
  };
}

function aboutResources(
  behaviour: ProviderBehaviour,
): Some<
  | "ValidateResourceConfig"
  | "UpgradeResourceState"
  | "ReadResource"
  | "PlanResourceChange"
  | "ApplyResourceChange"
  | "ImportResourceState"
> {
  const codecOf = codecs(behaviour, "resource", behaviour.schema.resources);
  return {
    ValidateResourceConfig: ({ typeName, config }) => {
      const codec = codecOf(typeName);
      return remarks(codec, behaviour.validateResource(typeName, codec.read(config)));
    },

    UpgradeResourceState: ({ typeName, rawState }) => {
      const codec = codecOf(typeName);
      if (rawState === null || rawState.json.length === 0) {
        throw new CtyError([], "the state is older than Terraform 0.12 and cannot be read");
      }
      return { upgradedState: codec.write(codec.read({ json: rawState.json })) };
    },

    ReadResource: async (ask) => {
      const codec = codecOf(ask.typeName);
      const current = codec.read(ask.currentState);
      const { state, diagnostics } =
        current === null ? { state: null, diagnostics: [] } : await behaviour.read(ask.typeName, current);
      return { newState: codec.write(state), private: ask.private, ...remarks(codec, diagnostics) };
    },

    PlanResourceChange: (ask) => {
      const codec = codecOf(ask.typeName);
      const prior = codec.read(ask.priorState);
      const proposed = codec.read(ask.proposedNewState);
      const plan = behaviour.plan(ask.typeName, prior, proposed, codec.read(ask.config));
      return {
        plannedState: codec.write(plan.planned),
        requiresReplace: plan.requiresReplace.map((path) => pathMessage(codec.type, path)),
        plannedPrivate: ask.priorPrivate,
        legacyTypeSystem: plan.legacyTypeSystem ?? false,
        ...remarks(codec, plan.diagnostics),
      };
    },

    ApplyResourceChange: async (ask) => {
      try {
        const codec = codecOf(ask.typeName);
        const [prior, planned] = [codec.read(ask.priorState), codec.read(ask.plannedState)];
        const applied = await behaviour.apply(ask.typeName, prior, planned, codec.read(ask.config));
        return {
          newState: codec.write(applied.state),
          private: ask.plannedPrivate,
          legacyTypeSystem: applied.legacyTypeSystem ?? false,
          ...remarks(codec, applied.diagnostics),
        };
      } catch (error) {
        // An answer without a state would make Terraform forget the resource.
        const kept = ask.priorState === null ? {} : { newState: ask.priorState };
        return { ...kept, private: ask.plannedPrivate, diagnostics: [failureMessage(ask.typeName, error)] };
      }
    },

    ImportResourceState: async ({ typeName, id }) => {
      const codec = codecOf(typeName);
      const { state, diagnostics } = await behaviour.importState(typeName, id);
      if (state === null && !diagnostics.some(({ severity }) => severity === "error")) {
        return remarks(codec, [
          ...diagnostics,
          { severity: "error", summary: `${typeName} '${id}' does not exist` },
        ]);
      }
      const imported = state === null ? [] : [{ typeName, state: codec.write(state) }];
      return { importedResources: imported, ...remarks(codec, diagnostics) };
    },
  };
}

function aboutEphemerals(
  behaviour: ProviderBehaviour,
): Some<
  | "ValidateEphemeralResourceConfig"
  | "OpenEphemeralResource"
  | "RenewEphemeralResource"
  | "CloseEphemeralResource"
> {
  const codecOf = codecs(behaviour, "ephemeral resource", behaviour.schema.ephemerals);
  return {
    ValidateEphemeralResourceConfig: ({ typeName, config }) => {
      codecOf(typeName).read(config);
      return {};
    },
    OpenEphemeralResource: async ({ typeName, config }) => {
      const codec = codecOf(typeName);
      const { result, diagnostics } = await behaviour.openEphemeral(typeName, codec.read(config));
      return { result: codec.write(result), ...remarks(codec, diagnostics) };
    },
    RenewEphemeralResource: () => ({}),
    CloseEphemeralResource: () => ({}),
  };
}

/** Calls for what no simulated provider offers; Terraform makes them only when asked for something it was not shown. */
function unused({
  schema,
}: ProviderBehaviour): Some<
  "ValidateDataResourceConfig" | "ReadDataSource" | "MoveResourceState" | "CallFunction"
> {
  const noDataSource = ({ typeName }: { readonly typeName: string }): Answer => {
    throw new UnknownTypeError("data source", typeName, schema.source);
  };
  return {
    ValidateDataResourceConfig: noDataSource,
    ReadDataSource: noDataSource,
    MoveResourceState: ({ sourceTypeName, targetTypeName }) => {
      throw new Error(`'${sourceTypeName}' cannot be moved to '${targetTypeName}'`);
    },
    CallFunction: ({ name }) => ({
      error: { text: `the offline engine's ${schema.source} has no function '${name}'` },
    }),
  };
}

/** The codec of each type, made when it is first asked for. */
function codecs(
  { schema }: ProviderBehaviour,
  kind: string,
  blocks: ReadonlyMap<string, Block>,
): (typeName: string) => BlockCodec {
  const made = new Map<string, BlockCodec>();
  return (typeName) => {
    const block = blocks.get(typeName);
    if (block === undefined) throw new UnknownTypeError(kind, typeName, schema.source);
    const codec = made.get(typeName) ?? new BlockCodec(block);
    made.set(typeName, codec);
    return codec;
  };
}

function remarks(codec: BlockCodec, diagnostics: readonly Diagnostic[]): Answer {
  return { diagnostics: diagnosticMessages(codec.type, diagnostics) };
}
