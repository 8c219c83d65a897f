import {
  at,
  say,
  UNKNOWN,
  type Path,
  type ResourceChange,
  type Text,
  type Value,
  type Verdict,
} from "../../model";
import { same, shown } from "../../things";
import { causes, each, rulesOf, type Subject } from "../kit";
import type { Found, Rule } from "../rule";
import {
  isAbout,
  limitAt,
  rulesOn,
  shiftsOf,
  type Limit,
  type Measure,
  type Scope,
  type Shift,
} from "./lifecycle-rules";

const TYPE = "aws_s3_bucket_lifecycle_configuration";
const SOURCE = "plan-review reference §5c; hashicorp/aws 6.25, s3/bucket_lifecycle_configuration.go";

/** Objects that need hours before they can be read. Source: S3 user guide, "Storage classes for archiving objects". */
const ARCHIVES: readonly Value[] = ["GLACIER", "DEEP_ARCHIVE"];

/** The least days of the blocks of a name, of those that are meant. */
const leastOf =
  (block: string, days: string, isMeant: (values: Value) => boolean): Measure =>
  (rule) => {
    const blocks = at(rule, block);
    if (!Array.isArray(blocks)) return undefined;
    const limits = (blocks as readonly Value[])
      .filter(isMeant)
      .map((each): Limit => limitAt(each, days) ?? 0);
    if (limits.includes("unknown")) return "unknown";
    return limits.length === 0 ? undefined : Math.min(...limits.map(Number));
  };

const isArchive = (values: Value): boolean => ARCHIVES.includes(at(values, "storage_class") ?? null);

/** Something a lifecycle does to objects after some time. */
interface Deed {
  readonly id: string;
  readonly measure: Measure;
  /** What it means that it comes sooner, or at all. */
  readonly sooner: Verdict;
  /** What it does it to. @default "objects" */
  readonly to?: string;
  readonly does: string;
  /** What is said when it is done no longer. */
  readonly ends: string;
  readonly wayOut?: Text;
}

const days = (limit: Limit | undefined): Text =>
  limit === undefined
    ? ["never"]
    : limit === "unknown"
      ? ["after a time known after the apply only"]
      : say`after ${`${limit}d`}`;

const KEEP: Text = ["keep the longer time, or publish a new major version with the shorter one"];

const DEEDS: readonly Deed[] = [
  {
    ...{
      id: "expires",
      sooner: "dataLoss",
      wayOut: KEEP,
      does: "are deleted",
      ends: "are not deleted any more",
    },
    measure: (rule) => limitAt(rule, "expiration", 0, "days"),
  },
  {
    ...{ id: "versions", sooner: "dataLoss", wayOut: KEEP, to: "overwritten and deleted objects" },
    ...{ does: "are gone for good", ends: "can be brought back for ever" },
    measure: (rule) => limitAt(rule, "noncurrent_version_expiration", 0, "noncurrent_days"),
  },
  {
    ...{ id: "archived", sooner: "breaks", does: "go to an archive, from which reading takes hours," },
    ...{ ends: "do not go to an archive any more", measure: leastOf("transition", "days", isArchive) },
  },
  {
    ...{ id: "moved", sooner: "cost", does: "go to another storage class" },
    ends: "do not go to another storage class any more",
    measure: leastOf("transition", "days", (values) => !isArchive(values)),
  },
  {
    ...{
      id: "uploads",
      sooner: "cost",
      to: "unfinished uploads",
      does: "are dropped",
      ends: "are never dropped",
    },
    measure: (rule) => limitAt(rule, "abort_incomplete_multipart_upload", 0, "days_after_initiation"),
  },
];

function says({ to = "objects", does, ends }: Deed, where: Text, { before, after }: Shift): Text {
  return after === undefined
    ? say`${[to]} ${where} ${[ends]}, before ${days(before)}`
    : say`${[to]} ${where} ${[does]} ${days(after)} instead of ${days(before)}`;
}

const isSooner = ({ before, after }: Shift): boolean => {
  if (after === "unknown" || before === "unknown") return true;
  return (after ?? Infinity) < (before ?? Infinity);
};

/** One rule for what comes sooner, one for what comes first, and one for what comes later. */
const deedRules: readonly Rule[] = DEEDS.flatMap((deed): Rule[] => {
  const { id, measure, sooner, wayOut } = deed;
  const rule = (suffix: string, verdict: Verdict, isMeant: (shift: Shift) => boolean, out?: Text): Rule => ({
    ...{ id: `${TYPE}/${id}-${suffix}`, types: [TYPE], source: SOURCE },
    find: (change) =>
      isLive(change) && isKnown(change)
        ? shiftsOf(formerOf(change), change.after, measure)
            .filter(isMeant)
            .map((shift): Found => ({
              ...{ verdict, sentence: says(deed, place(change, shift.scope), shift) },
              ...(out !== undefined && { wayOut: out }),
              cause: causeOf(shift),
            }))
        : undefined,
  });
  return [
    rule("sooner", sooner, (shift) => isSooner(shift) && shift.before !== undefined, wayOut),
    rule("newly", sooner, (shift) => isSooner(shift) && shift.before === undefined, wayOut),
    rule("later", "cost", (shift) => !isSooner(shift)),
  ];
});

/** What the bucket had before: another bucket's lifecycle is none of it. */
const formerOf = ({ before, after }: ResourceChange): Value =>
  same(at(before, "bucket"), at(after, "bucket")) ? before : null;

const causeOf = ({ index }: Shift): Path => (index === undefined ? ["rule"] : ["rule", index]);

const isLive = ({ action }: ResourceChange): boolean =>
  action === "create" || action === "update" || action === "replace";

/** True when the rules can be read: what is not known yet ends nothing. */
const isKnown = ({ after }: ResourceChange): boolean =>
  Array.isArray(at(after, "rule") ?? []) && after !== UNKNOWN;

function place({ after }: ResourceChange, { prefix, rest }: Scope): Text {
  const some: Text = rest === "" ? [] : say` that match ${rest}`;
  const bucket = say`in bucket ${shown(at(after, "bucket"))}${some}`;
  return prefix === "" ? bucket : say`below ${prefix} ${bucket}`;
}

const FIXED_DATE = ["expiration", 0, "date"] as const;

/** A day on which objects go. */
interface Dated {
  readonly date: string;
  readonly scope: Scope;
}

const dates = (values: Value): readonly Dated[] =>
  rulesOn(values).flatMap(({ values: rule, scope }) => {
    const date = at(rule, ...FIXED_DATE);
    return typeof date === "string" && date !== "" ? [{ date, scope }] : [];
  });

/** Days on which other or more objects go than before. */
function newDates({ change }: Subject): readonly string[] {
  const former = dates(formerOf(change));
  const found = dates(change.after).filter(
    ({ date, scope }) => !former.some((each) => each.date === date && isAbout(each.scope, scope)),
  );
  return [...new Set(found.map(({ date }) => date))];
}

const KEPT = (rule: Value): Limit | undefined =>
  limitAt(rule, "noncurrent_version_expiration", 0, "newer_noncurrent_versions");

/** Fewer old versions are kept, whatever their age. */
const fewerVersions = (it: Subject): readonly Shift[] =>
  shiftsOf(formerOf(it.change), it.change.after, KEPT).filter(
    ({ before, after }) => typeof before === "number" && (after === "unknown" || (after ?? 0) < before),
  );

/** `aws_s3_bucket_lifecycle_configuration`: deletes data later, with no deletion in any plan. */
export const LIFECYCLE: readonly Rule[] = [
  ...rulesOf({
    type: TYPE,
    source: SOURCE,
    deleted: {
      verdict: "cost",
      sentence: (it) =>
        say`${it.thing} is deleted: nothing in it expires any more, and all of it is paid for`,
    },
    replaced: {
      verdict: "cost",
      sentence: (it) => say`${it.thing} is deleted: nothing in that bucket expires any more${causes(it)}`,
    },
    forces: each("bucket", "expected_bucket_owner", "region"),
    besides: [
      {
        ...{ id: "date", verdict: "dataLoss", cause: ["rule"] },
        when: (it) => isLive(it.change) && newDates(it).length > 0,
        sentence: (it) =>
          say`objects in bucket ${it.willBe("bucket")} are deleted on a fixed day: ${newDates(it).join(", ")}`,
      },
      {
        ...{ id: "fewer-versions", verdict: "dataLoss", cause: ["rule"] },
        when: (it) => isLive(it.change) && isKnown(it.change) && fewerVersions(it).length > 0,
        sentence: (it) =>
          say`fewer old versions of objects in bucket ${it.was("bucket")} are kept than before`,
      },
    ],
  }),
  ...deedRules,
];
