/** What a change means, by its worst effect. */
export type Verdict = keyof typeof VERDICTS;

/** Every verdict in its words, worst first. */
export const VERDICTS = {
  planFailed: { icon: "❌", words: "plan failed" },
  dataLoss: { icon: "⛔", words: "data loss" },
  breaks: { icon: "⚠️", words: "breaks consumers" },
  access: { icon: "🔐", words: "access change" },
  interruption: { icon: "⏸️", words: "interruption" },
  cost: { icon: "📈", words: "cost or limit" },
  additive: { icon: "✅", words: "additive" },
  none: { icon: "⚪", words: "no change" },
} as const;

/** The verdicts, worst first. */
export const BY_RISK = Object.keys(VERDICTS) as readonly Verdict[];

/** Less than zero when `a` is worse than `b`. */
export const byRisk = (a: Verdict, b: Verdict): number => BY_RISK.indexOf(a) - BY_RISK.indexOf(b);

/** The worst of them; `none` when there is none. */
export function worst(verdicts: Iterable<Verdict>): Verdict {
  let found: Verdict = "none";
  for (const verdict of verdicts) if (byRisk(verdict, found) < 0) found = verdict;
  return found;
}
