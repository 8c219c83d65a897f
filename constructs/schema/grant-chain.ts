import type { Construct } from "constructs";
import { TerraformStack, type ITerraformDependable } from "../../src/cdk";
import { waitFor } from "./dependencies";

/**
 * Puts everything that changes access in one database in a row. Postgres keeps a schema's grants in one row of the
 * catalog, and two transactions that change it at once end with "tuple concurrently updated"; the provider locks roles
 * and databases, but no schemas (cyrilgdn/terraform-provider-postgresql#178).
 */
export class GrantChain {
  /** The chain of a database in the stack of `scope`; all constructs of a stack share it. */
  public static of(scope: Construct, database: string): GrantChain {
    const stack = TerraformStack.of(scope);
    const chains = GrantChain.byStack.get(stack) ?? new Map<string, GrantChain>();
    const chain = chains.get(database) ?? new GrantChain();
    GrantChain.byStack.set(stack, chains.set(database, chain));
    return chain;
  }

  private static readonly byStack = new WeakMap<TerraformStack, Map<string, GrantChain>>();

  private last?: ITerraformDependable;

  private constructor() {}

  /** Defines a resource that waits for the one before it, and for `others`. */
  public add<T extends ITerraformDependable>(
    define: (dependsOn: ITerraformDependable[] | undefined) => T,
    others: readonly ITerraformDependable[] = [],
  ): T {
    const resource = define(waitFor(others, this.last === undefined ? [] : [this.last]));
    this.last = resource;
    return resource;
  }
}
