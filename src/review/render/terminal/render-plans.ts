import { pathText, type ResourceReview, type Review, type StackReview } from "../../model";
import { eyesOf, mildEyesOf } from "../facts/eyes";
import { sortedByRisk, sortedNames } from "../facts/order";
import { shortText } from "../facts/visible";
import { counted } from "../facts/words";
import { eyesPart, mildPart } from "./eyes";
import { TERMINAL_ROWS } from "./limits";
import { accessPart, remarksPart, renamesPart } from "./lists";
import { more, parted, PLAIN, titled, type Paint } from "./paint";

/** How plans are shown on a terminal. */
export interface PlansOptions {
  /** @default - nothing stands out */
  readonly paint?: Paint;
  /** Said of a stack below its losses that nobody has accepted. @default - nothing is */
  readonly unaccepted?: (hash: string) => string;
}

/** More stacks than this are told in fewer lines each. */
const FEW_STACKS = 3;

/** Lines of each kind when there are many stacks. */
const FEW_ROWS = 3;

/** Most names of attributes that are told of an address. */
const MOST_ATTRIBUTES = 3;

const SIGNS: Readonly<Record<string, string>> = {
  create: "+",
  update: "~",
  replace: "±",
  delete: "-",
  forget: "⌫",
  "no-op": "↦",
};

/** What somebody else did. */
const HAPPENED: Readonly<Record<string, string>> = { create: "made", delete: "deleted" };

/** What plans do, stack by stack: what is lost or breaks, who may do what, and at which addresses. No approvals. */
export function renderPlans(review: Review, { paint = PLAIN, unaccepted }: PlansOptions = {}): string[] {
  const eyes = eyesOf(review);
  const mild = mildEyesOf(review);
  const rows = review.stacks.length > FEW_STACKS ? FEW_ROWS : TERMINAL_ROWS.addresses;
  return parted(
    review.stacks.map((stack) => {
      const isHere = (each: { readonly stack?: string }): boolean => each.stack === stack.stack;
      const open = review.lossSets.filter((set) => isHere(set) && set.acknowledged === undefined);
      const lines = [
        ...eyesPart(eyes.filter(isHere), paint),
        ...(unaccepted === undefined ? [] : open.map(({ hash }) => `    ${unaccepted(shortText(hash))}`)),
        ...renamesPart({ stacks: [stack] }),
        ...mildPart(mild.filter(isHere), paint),
        ...accessPart(review.access.filter(isHere), rows),
        ...remarksPart({ stacks: [stack] }),
        ...addressLines(stack, rows),
        ...driftLines(stack, rows),
      ];
      return titled(shortText(stack.stack), lines, paint);
    }),
  );
}

function addressLines({ resources }: StackReview, most: number): string[] {
  const sorted = sortedByRisk(resources, ({ address, deposed = "" }) => `${address}\n${deposed}`);
  return [
    ...sorted
      .slice(0, most)
      .map(
        (resource) => `  ${SIGNS[resource.action] ?? "~"} ${shortText(resource.address)}${changed(resource)}`,
      ),
    ...more(sorted.length - most, "address", "addresses"),
  ];
}

function driftLines({ drift, otherDrift }: StackReview, most: number): string[] {
  const others = drift.length - most;
  return [
    ...drift
      .slice(0, most)
      .map(
        (resource) =>
          `  drift: ${shortText(resource.address)} was ${HAPPENED[resource.action] ?? "changed"} by somebody else${changed(resource)}`,
      ),
    ...more(others, "drift", "drifts"),
    ...(otherDrift === 0 ? [] : [`  drift: ${counted(otherDrift, "change")} that nothing here depends on`]),
  ];
}

/** ` (partitions, config.retention.ms)`; nothing of what is made or deleted as a whole. */
function changed({ action, attributes }: ResourceReview): string {
  if (action === "create" || action === "delete") return "";
  const names = sortedNames(attributes.map(({ path }) => pathText(path)));
  if (names.length === 0) return "";
  const rest = names.length - MOST_ATTRIBUTES;
  const shown = names.slice(0, MOST_ATTRIBUTES).map((name) => shortText(name));
  return ` (${[...shown, ...(rest > 0 ? [`${rest} more`] : [])].join(", ")})`;
}
