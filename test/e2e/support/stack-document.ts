/** The arguments of a resource. */
export type Arguments = Record<string, unknown>;

interface Json {
  ephemeral?: unknown;
  output?: unknown;
  moved?: unknown[];
  import?: unknown[];
  resource: Record<string, Record<string, Arguments>>;
}

/** A resource and where it is. */
export interface Located {
  readonly address: string;
  readonly values: Arguments;
}

/** A stack's JSON, to be changed by hand. */
export class StackDocument {
  constructor(readonly json: Json) {}

  static parse(text: string): StackDocument {
    return new StackDocument(JSON.parse(text) as Json);
  }

  /** The one resource of a type whose arguments are, among others, these. @throws Error when there is none. */
  one(type: string, like: Arguments = {}): Located {
    const found = Object.entries(this.json.resource[type] ?? {}).find(([, values]) =>
      Object.entries(like).every(([name, value]) => values[name] === value),
    );
    if (found === undefined) throw new Error(`there is no ${type} like ${JSON.stringify(like)}`);
    return { address: `${type}.${found[0]}`, values: found[1] };
  }

  /** Adds a resource. */
  add(type: string, name: string, values: Arguments): void {
    (this.json.resource[type] ??= {})[name] = values;
  }

  /** Takes a resource away and returns it. */
  take(address: string): Arguments {
    const [type = "", name = ""] = address.split(".");
    const ofType = this.json.resource[type] ?? {};
    const values = ofType[name];
    if (values === undefined) throw new Error(`there is no ${address}`);
    delete ofType[name];
    return values;
  }

  /** Takes away all resources of a product, and returns their addresses. */
  removeProduct(product: string): string[] {
    delete this.json.output;
    const addresses = Object.entries(this.json.resource).flatMap(([type, ofType]) =>
      Object.entries(ofType).flatMap(([name, { "//": note }]) => {
        const { metadata } = note as { metadata: { path: string } };
        return metadata.path.includes(product) ? [`${type}.${name}`] : [];
      }),
    );
    for (const address of addresses) this.take(address);
    for (const { values } of this.all()) {
      const { depends_on: before } = values;
      if (Array.isArray(before))
        values.depends_on = before.filter((each) => !addresses.includes(String(each)));
    }
    return addresses;
  }

  private all(): Located[] {
    return Object.entries(this.json.resource).flatMap(([type, ofType]) =>
      Object.entries(ofType).map(([name, values]) => ({ address: `${type}.${name}`, values })),
    );
  }
}
