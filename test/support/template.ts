import type { Construct } from "constructs";
import type { App } from "../../src/cdk";
import { TerraformStack, Testing } from "../../src/cdk";

type Json = Record<string, unknown>;

/** A resource of a synthesised stack: its arguments as in `cdk.tf.json`. */
export interface FoundResource {
  readonly address: string;
  readonly type: string;
  readonly id: string;
  readonly args: Json;
}

/** A stack's Terraform JSON, to ask questions of. */
export class Template {
  private constructor(public readonly json: Json) {}

  /** Synthesises a stack as the app would: prepared and validated. */
  public static of(stack: TerraformStack): Template {
    stack.prepareStack();
    return new Template(JSON.parse(Testing.synth(stack, true)) as Json);
  }

  /** Defines something in a new stack and synthesises it. Provider presence is not validated. */
  public static from(define: (stack: TerraformStack) => void, stackId = "orders"): Template {
    const stack = testStack(stackId);
    define(stack);
    stack.prepareStack();
    return new Template(JSON.parse(Testing.synth(stack, false)) as Json);
  }

  /** All resources, or those of one type whose id starts with `idPrefix`. */
  public resources(type?: string, idPrefix = ""): FoundResource[] {
    const byType = (this.json.resource ?? {}) as Record<string, Record<string, Json>>;
    return Object.entries(byType)
      .filter(([name]) => type === undefined || name === type)
      .flatMap(([name, byId]) =>
        Object.entries(byId).map(([id, args]) => ({ address: `${name}.${id}`, type: name, id, args })),
      )
      .filter(({ id }) => id.startsWith(idPrefix));
  }

  /** The only resource of that type and id prefix; fails when there are none or several. */
  public one(type: string, idPrefix = ""): FoundResource {
    const found = this.resources(type, idPrefix);
    const [only] = found;
    if (only === undefined || found.length > 1) {
      throw new Error(
        `expected one ${type}.${idPrefix}*, found ${found.map((r) => r.address).join(", ") || "none"}`,
      );
    }
    return only;
  }

  /** How many resources of that type there are. */
  public count(type: string): number {
    return this.resources(type).length;
  }

  /** Sorted addresses of everything the stack defines. */
  public addresses(): string[] {
    return this.resources()
      .map(({ address }) => address)
      .sort();
  }

  /** The outputs by name. */
  public outputs(): Record<string, Json> {
    return (this.json.output ?? {}) as Record<string, Json>;
  }
}

/** An empty stack in an app of its own. */
export function testStack(id = "orders"): TerraformStack {
  return new TerraformStack(testApp(), id);
}

/** An app that writes nowhere a test would notice. */
export function testApp(): App {
  return Testing.app({ stackTraces: false });
}

/** The path of a construct, as messages carry it. */
export const pathOf = (construct: Construct): string => construct.node.path;
