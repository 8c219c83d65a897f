/** Sizes over which input is refused before it costs time or memory. */
export const INPUT_LIMITS = {
  /** Bytes of one file. */
  fileBytes: 1024 * 1024,
  /** Values that aliases stand for, counted as often as they are repeated. */
  aliases: 100,
  /** Values of one file once its aliases are written out. */
  values: 100_000,
  /** Syntax problems shown per file. */
  syntaxProblems: 20,
  domains: 2_000,
  /** Product folders, that is: majors of products. */
  products: 10_000,
} as const;
