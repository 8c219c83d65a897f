import { diffsOnDemand } from "./diffs-on-demand";
import { consumersOfChange, portsOf } from "./impact";
import {
  byRisk,
  say,
  worst,
  type Effect,
  type Rename,
  type ResourceChange,
  type ResourceReview,
  type StackInput,
} from "./model";
import type { EffectsOf } from "./rules";
import type { Sides } from "./sides";

/** What is said of a resource besides its own change. */
export interface ResourceContext {
  readonly stack: Pick<StackInput, "constructs" | "domain" | "prevented">;
  readonly sides: Sides;
  /** The rules, knowing what else the plan does. */
  readonly effectsOf: EffectsOf;
  readonly rename?: Rename;
  /** Tells if somebody gets in by the change whom no agreement names. @default - nobody does */
  readonly opens?: (change: ResourceChange) => boolean;
  /** By attribute, what it is computed from. */
  readonly inputs?: ReadonlyMap<string, readonly string[]>;
}

/** Everything there is to say about one resource. */
export function resourceReview(
  change: ResourceChange,
  { stack, sides, effectsOf, rename, opens = () => false, inputs }: ResourceContext,
): ResourceReview {
  const { address, deposed, previousAddress, type, action, actions, importing } = change;
  const ports = portsOf(change, sides.all);
  const found = effectsOf(change);
  const consumers = found.some((effect) => isHurting(effect, type))
    ? consumersOfChange(change, sides.base, sides.head)
    : [];
  const isUnread = consumers.length === 0 && (ports.length > 0 || isOwnStorage(change, stack, sides));
  const effects = found
    .map((effect) => withoutReaders(effect, isUnread))
    .map((effect) => withAgreements(effect, change, { sides, opens }))
    .map((effect) => withRename(effect, rename))
    .sort((a, b) => byRisk(a.verdict, b.verdict));
  const diffs = diffsOnDemand(change, inputs);
  const file = sides.all.flatMap(({ index }) => ports.map((port) => index.mesh.ports.get(port)?.file)).at(-1);
  const constructPath = stack.constructs.get(address) ?? stack.constructs.get(previousAddress ?? "");
  return {
    address,
    ...(deposed === undefined ? {} : { deposed }),
    ...(previousAddress === undefined ? {} : { previousAddress }),
    ...(constructPath === undefined ? {} : { constructPath }),
    ...{ type, action, createFirst: actions[0] === "create" && actions.length > 1 },
    ...(importing === undefined ? {} : { importId: importing.id ?? "" }),
    verdict: worst(effects.map(({ verdict }) => verdict)),
    effects,
    get attributes() {
      return diffs().attributes;
    },
    get unknown() {
      return diffs().unknown;
    },
    ...{ ports, consumers },
    ...(rename === undefined ? {} : { rename }),
    refused: actions.includes("delete") && stack.prevented.has(address),
    ...(file === undefined ? {} : { file }),
  };
}

/** What watches data and takes nothing away from who reads it. */
const WATCHING = /^aws_(cloudwatch|sns)_|^aws_s3_bucket_metric$/;

/** What ports are made of; where both sides of the mesh are known, one that is no port is nobody else's to read. */
const STORAGE = new Set(["aws_s3_bucket", "kafka_topic", "postgresql_schema"]);

const isOwnStorage = (
  { type }: ResourceChange,
  { domain }: ResourceContext["stack"],
  { base, head }: Sides,
): boolean => STORAGE.has(type) && domain !== undefined && base !== undefined && head !== undefined;

/** Readers are looked up only where it matters to them. */
const isHurting = ({ verdict, unread }: Effect, type: string): boolean =>
  unread !== undefined || (byRisk(verdict, "interruption") <= 0 && !WATCHING.test(type));

/** What matters to readers only weighs less when it is known that there are none. */
const withoutReaders = (effect: Effect, isUnread: boolean): Effect =>
  isUnread && effect.unread !== undefined ? { ...effect, verdict: effect.unread } : effect;

/** What is only called otherwise is kept by saying so. */
const withRename = (effect: Effect, rename: Rename | undefined): Effect =>
  rename === undefined || effect.wayOut === undefined
    ? effect
    : {
        ...effect,
        wayOut: say`declare that ${rename.from} is now ${rename.to}, by the ${"moved"} entry below`,
      };

/**
 * What is new and opens something is part of what is added: that others get to read is told by the agreements, when
 * both sides of the mesh are known. What no agreement tells is a change of access, new or not.
 */
function withAgreements(
  effect: Effect,
  change: ResourceChange,
  { sides: { base, head }, opens }: Required<Pick<ResourceContext, "sides" | "opens">>,
): Effect {
  if (effect.verdict !== "access" || change.action !== "create") return effect;
  const isTold = base !== undefined && head !== undefined && !opens(change);
  return isTold ? { ...effect, verdict: "additive" } : effect;
}
