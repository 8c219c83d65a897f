/** A physical name that cannot be built; the code is the one findings carry. */
export class NameError extends Error {
  public override readonly name = "NameError";

  public constructor(
    public readonly code: "NameInvalid" | "NameTooLong",
    message: string,
  ) {
    super(message);
  }
}
