import { byRisk, worst, type Counts, type Review, type StackReview, type Verdict } from "../../model";
import { affectedConsumers } from "./affected";
import { naturally } from "./order";

/** What changes in one domain: its stacks and contracts together. */
export interface DomainRow {
  /** The domain, or the platform's stack. */
  readonly domain: string;
  readonly verdict: Verdict;
  readonly counts: Counts;
  /** Domains that read what is hurt, sorted. */
  readonly consumers: readonly string[];
}

/** One row per domain that changes, worst first, then in deployment order. */
export function rowsOf({ stacks, products }: Pick<Review, "stacks" | "products">): DomainRow[] {
  const groups = new Map<string, { stacks: StackReview[]; products: Review["products"][number][] }>();
  const groupOf = (domain: string) => {
    const group = groups.get(domain) ?? { stacks: [], products: [] };
    groups.set(domain, group);
    return group;
  };
  for (const stack of stacks) groupOf(stack.domain ?? stack.stack).stacks.push(stack);
  const others = [...products].sort((a, b) => naturally(a.domain, b.domain));
  for (const product of others) groupOf(product.domain).products.push(product);
  return [...groups]
    .map(([domain, group]) => ({
      domain,
      verdict: worst([...group.stacks, ...group.products].map(({ verdict }) => verdict)),
      counts: sumOf(group.stacks.map(({ counts }) => counts)),
      consumers: affectedConsumers(group.stacks, group.products),
    }))
    .sort((a, b) => byRisk(a.verdict, b.verdict));
}

/** `+3 ~1 ±1 −2 ↦1 ⇣1 ⌫1`, without those that are none. */
export function countsText(counts: Counts): string {
  return SIGNS.flatMap(([field, sign]) => (counts[field] > 0 ? [`${sign}${counts[field]}`] : [])).join(" ");
}

/** What the signs of {@link countsText} mean. */
export const SIGNS = [
  ["create", "+"],
  ["update", "~"],
  ["replace", "±"],
  ["delete", "−"],
  ["move", "↦"],
  ["import", "⇣"],
  ["forget", "⌫"],
] as const satisfies readonly (readonly [keyof Counts, string])[];

/** Counts of several, added up. */
export function sumOf(all: readonly Counts[]): Counts {
  const sum = (field: keyof Counts) => all.reduce((total, counts) => total + counts[field], 0);
  return {
    create: sum("create"),
    update: sum("update"),
    replace: sum("replace"),
    delete: sum("delete"),
    move: sum("move"),
    import: sum("import"),
    forget: sum("forget"),
    drift: sum("drift"),
  };
}
