import { at, isFields, say, Secret, UNKNOWN, type Path, type Value, type Verdict } from "../../model";
import { isTrue, same } from "../../things";
import { Subject } from "../kit";
import type { Found, Rule } from "../rule";
import { ARMING } from "./flags";
import { SOURCE } from "./rule-of";

/** An attribute that decides about data, or about who gets at it. */
interface Deciding {
  readonly path: Path;
  /** @default "dataLoss" */
  readonly verdict?: Verdict;
  /** True when the type's own rules say what it means that it is not known yet. */
  readonly saysUnknown?: boolean;
}

const PUBLIC: readonly Deciding[] = [
  ...["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"],
].map((flag) => ({ path: [flag], verdict: "access", saysUnknown: true }));

/** By type. What is hidden, or not known yet, can be anything: the rules of the type do not see it. */
const DECIDING: Readonly<Record<string, readonly Deciding[]>> = {
  kafka_topic: [{ path: ["config"], saysUnknown: true }, { path: ["replication_factor"] }],
  aws_s3_bucket_versioning: [{ path: ["versioning_configuration"], saysUnknown: true }],
  aws_s3_bucket_lifecycle_configuration: [{ path: ["rule"] }],
  aws_s3_bucket_object_lock_configuration: [{ path: ["rule"] }],
  aws_s3_bucket_replication_configuration: [{ path: ["rule"], saysUnknown: true }],
  aws_s3_bucket_public_access_block: PUBLIC,
  aws_s3_account_public_access_block: PUBLIC,
  aws_kms_key: [{ path: ["is_enabled"] }],
};

/** Something decides about data and cannot be read: a loss, as long as nobody can say that it is none. */
export const UNSEEN: Rule = {
  ...{ id: "generic/unseen", types: [], source: SOURCE },
  find: (change): readonly Found[] => {
    if (change.action !== "update" && change.action !== "create") return [];
    const it = new Subject(change);
    return [...(DECIDING[change.type] ?? []), ...armings(it)].flatMap((deciding) => foundIn(it, deciding));
  },
};

/** Flags of whatever type; who creates with one has destroyed nothing. */
const armings = (it: Subject): readonly Deciding[] =>
  it.change.action === "create"
    ? []
    : Object.keys(ARMING)
        .filter((flag) => !isTrue(it.before(flag)) && isThere(it, flag))
        .map((flag) => ({ path: [flag] }));

const isThere = ({ change: { before, after } }: Subject, flag: string): boolean =>
  at(before, flag) !== undefined || at(after, flag) !== undefined;

function foundIn(it: Subject, { path, verdict = "dataLoss", saysUnknown = false }: Deciding): Found[] {
  const before = it.before(...path);
  const after = it.after(...path);
  const why = differsHidden(before, after)
    ? "hidden as a secret"
    : !saysUnknown && isLater(after)
      ? "known after the apply only"
      : undefined;
  if (why === undefined) return [];
  const [name = ""] = path;
  return [
    {
      verdict,
      sentence: say`what ${name} of ${it.thing} would do cannot be told: it is ${[why]}`,
      wayOut: say`write ${name} as a literal, and no secret that equals it`,
      cause: path,
    },
  ];
}

/** Known after the apply only, in whole or one of its blocks. */
const isLater = (value: Value | undefined): boolean =>
  value === UNKNOWN ||
  (Array.isArray(value) && value.some((block: Value) => block === UNKNOWN || hasLaterDay(block)));

/** The other parts of a rule are measured. */
const hasLaterDay = (rule: Value): boolean => at(rule, "expiration", 0, "date") === UNKNOWN;

/** True when a part differs that is hidden on either side. */
function differsHidden(before: Value | undefined, after: Value | undefined): boolean {
  if (same(before, after)) return false;
  if (before instanceof Secret || after instanceof Secret) return true;
  const names = new Set([...namesIn(before), ...namesIn(after)]);
  return [...names].some((name) => differsHidden(part(before, name), part(after, name)));
}

const namesIn = (value: Value | undefined): readonly string[] =>
  Array.isArray(value) || isFields(value) ? Object.keys(value as object) : [];

const part = (value: Value | undefined, name: string): Value | undefined => at(value, name);
