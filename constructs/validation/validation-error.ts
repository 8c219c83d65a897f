/** What is wrong with the props of one construct: everything at once, each problem in one line. */
export class ValidationError extends Error {
  public override readonly name = "ValidationError";

  public constructor(
    /** Path of the construct, or of the props where there is no construct yet. */
    public readonly path: string,
    public readonly problems: readonly string[],
  ) {
    super(`[${path}] ${problems.join(`\n[${path}] `)}`);
  }
}
