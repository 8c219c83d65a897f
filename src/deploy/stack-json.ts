import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What is said to a simulated provider where a real one would be told a password. */
export const PLACEHOLDER = "offline-placeholder";

/** The parts of a synthesised stack that a deployment looks at. */
interface Document {
  readonly variable?: Readonly<Record<string, { readonly default?: unknown }>>;
  readonly ephemeral?: object;
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Resource>>>>;
}

interface Resource {
  readonly "//"?: { readonly metadata?: { readonly path?: string } };
  readonly input?: unknown;
}

/** The JSON of a stack, as the framework wrote it. */
export class StackJson {
  private readonly document: Document;

  /** @throws Error when there is none in the folder. */
  constructor(folder: string) {
    this.document = JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8")) as Document;
  }

  /** The types of its resources. */
  get types(): readonly string[] {
    return Object.keys(this.document.resource ?? {});
  }

  /** True when it hands on passwords that are never stored. */
  get hasPasswords(): boolean {
    return this.document.ephemeral !== undefined;
  }

  /** Values for the variables it asks for, as Terraform reads them from the environment. */
  placeholders(): Record<string, string> {
    const asked = Object.entries(this.document.variable ?? {}).filter(
      ([, { default: value }]) => value === undefined,
    );
    return Object.fromEntries(asked.map(([name]) => [`TF_VAR_${name}`, PLACEHOLDER]));
  }

  /** `dev/orders`: what the stack's state is sealed with. */
  get owner(): string | undefined {
    const inputs = Object.values(this.document.resource?.terraform_data ?? {}).map(({ input }) => input);
    return inputs.find((input) => typeof input === "string");
  }

  /** `orders/Products/order-placed.v1/Topic`: the construct that a Terraform address stands for. */
  constructPath(address: string): string | undefined {
    const [type = "", name = ""] = address.replace(/\[.*\]$/, "").split(".");
    return this.document.resource?.[type]?.[name]?.["//"]?.metadata?.path;
  }
}
