/** A binding whose generated code does not tell its schema. */
export class SchemaUnderivable extends Error {
  override readonly name = "SchemaUnderivable";

  constructor(
    /** The file that was read. */
    readonly file: string,
    /** Why it does not tell. */
    readonly reason: string,
  ) {
    super(`${file}: no schema can be derived: ${reason}`);
  }
}

/** A resource type that the installed bindings do not have. */
export class UnknownResourceType extends Error {
  override readonly name = "UnknownResourceType";

  constructor(
    readonly typeName: string,
    /** The bindings searched, such as `@cdktf/provider-aws`. */
    readonly bindings: string,
  ) {
    super(`${bindings} has no resource type '${typeName}'; check its name, or install bindings that have it`);
  }
}
