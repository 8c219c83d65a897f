import type { TerraformStack, App } from "../cdk";

/** One stack to be: what it is made from, and how, but not made yet. */
export interface StackPlan {
  readonly name: string;
  /** The domain it belongs to; undefined for the platform's. */
  readonly domain?: string;
  /** Everything the stack's output depends on, as plain data: equal inputs give equal bytes. */
  readonly input: object;
  /** Defines the stack in `app`. */
  readonly define: (app: App) => TerraformStack;
  /** Stacks to deploy before this one. */
  readonly after: readonly string[];
}
