import type { Review } from "../../model";
import { counted } from "../facts/words";
import type { Lines } from "./lines";
import { code } from "./quote";
import type { StackDetail } from "./stack";
import type { StacksPart } from "./stacks";
import { LEGEND } from "./table";

/** What is told of a stack that is not told in full. */
const TOLD: Readonly<Record<Exclude<StackDetail, "full"> | "none", string>> = {
  graded: "the values of what bears no risk in",
  names: "the values of",
  outlined: "the values, and all but the addresses of what bears no risk in",
  addresses: "all but the addresses of",
  count: "all but the counts of",
  none: "all but the table's row of",
};

/** What the signs mean, which commits it is about, and how to make it again. */
export function footerLines(review: Review, hasTable: boolean): Lines {
  const { head, base, command } = review;
  const about = [
    ...(head === undefined ? [] : [reviewedWords(review)]),
    ...(base === undefined ? [] : [`against ${code(base)}`]),
    ...(command === undefined ? [] : [`made with ${code(command)}`]),
  ];
  return [
    ...(hasTable ? [`Changes: ${LEGEND}.`, ""] : []),
    ...(about.length === 0 ? [] : [`This review: ${about.join(" · ")}`]),
  ];
}

/** `` commit `4f0c…` and changes that are in no commit ``. */
export const reviewedWords = ({ head, uncommitted }: Pick<Review, "head" | "uncommitted">): string =>
  [
    ...(head === undefined ? [] : [`commit ${code(head)}`]),
    ...(uncommitted ? ["changes that are in no commit"] : []),
  ].join(" and ");

/** What was left out, and where it is; nothing when all is there. */
export function noticeLines(
  shortened: StacksPart["shortened"],
  cut: readonly string[],
  command = "meshwright review",
): Lines {
  const stacks = (Object.keys(TOLD) as (keyof typeof TOLD)[]).flatMap((detail) => {
    const count = shortened.get(detail) ?? 0;
    return count === 0 ? [] : [`${TOLD[detail]} ${counted(count, "stack")}`];
  });
  const left = [...stacks, ...cut];
  if (left.length === 0) return [];
  const whole = `${command} --output review.html`;
  return [`**Left out, to fit into one comment:** ${left.join(", ")}. The whole report: ${code(whole)}.`, ""];
}

/** The longest notice there can be of a review: room for it is kept. */
export function longestNotice({ stacks, command }: Review): Lines {
  const details = Object.keys(TOLD) as (keyof typeof TOLD)[];
  return noticeLines(new Map(details.map((detail) => [detail, stacks.length])), CUT, command);
}

/** Names of all that can be cut besides stacks. */
const CUT: readonly string[] = [
  ...[
    "rows of the table",
    "errors to correct first",
    "renames to declare",
    "interruption, cost and limits",
    "contracts",
    "access",
    "access in full",
    "approvals",
    "acknowledgements",
  ],
  ...["what the rules of the mesh say", "what this review cannot know"],
];
