import { plain, type Effect, type ResourceChange } from "../../../../src/review/model";
import { effectsOf } from "../../../../src/review/rules";
import type { EngineRow } from "../../support/engine-plan";
import type { ChangeLike } from "../../support/change";

/** A change that the real Terraform plans, and what the rules say of it. */
export interface PlannedRow extends EngineRow {
  readonly what: string;
  readonly says: readonly string[];
}

/** A change of a type that the offline engine does not know, written by hand. */
export interface WrittenRow {
  readonly what: string;
  readonly change: ChangeLike;
  readonly says: readonly string[];
}

/** Every effect in a line: `breaks/cost kafka_topic/partitions-higher: topic …`; the second verdict is the unread one. */
export const saidOf = (change: ResourceChange): string[] => effectsOf(change).map(line);

const line = ({ verdict, unread, rule, sentence }: Effect): string =>
  `${unread === undefined ? verdict : `${verdict}/${unread}`} ${rule}: ${plain(sentence)}`;

/** The rules that rows name. */
export const rulesIn = (rows: readonly { readonly says: readonly string[] }[]): Set<string> =>
  new Set(rows.flatMap(({ says }) => says.map((text) => text.split(" ")[1]?.replace(/:$/, "") ?? "")));
