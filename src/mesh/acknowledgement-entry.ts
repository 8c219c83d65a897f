import { addDays } from "./calendar";
import { DAY } from "./duration";
import type { ProductLoss } from "./lock";
import type { Seconds } from "./model";

/** A month: how long an entry lasts that is proposed. */
export const ACKNOWLEDGED_FOR: Seconds = 30 * DAY;

/** The entry of `acknowledgements` for one loss of a released product; its author puts in the reason. */
export const lossEntry = ({ change, product }: Pick<ProductLoss, "change" | "product">, today: string) =>
  entryOf(`change: ${change}, product: ${product}`, today);

/** The entry of `acknowledgements` for all that a hash stands for; its author puts in the reason. */
export const planEntry = (hash: string, today: string) => entryOf(`plan: "${hash}"`, today);

/** A reason of dots is refused: nobody accepts anything by copying a line. */
const entryOf = (what: string, today: string): string =>
  `- { ${what}, reason: "…", until: ${addDays(today, ACKNOWLEDGED_FOR)} }`;
