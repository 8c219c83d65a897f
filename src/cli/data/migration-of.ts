import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readYaml } from "../../manifest";
import type { Product } from "../../mesh";
import { firstMigration, tablesOf, type Migration } from "../../migration";
import { ownerRoleName, productSchemaName } from "../../names";

/** What a migration is made for. */
export type MigratedProduct = Pick<Product, "domain" | "name" | "major" | "contractFile"> & {
  readonly tables: readonly string[];
};

/**
 * The first migration of a product's schema, from its contract in the mesh at `root`.
 *
 * @throws MigrationError with everything in the contract that no table can be made of.
 */
export function migrationOf(root: string, product: MigratedProduct): Migration {
  return migrationFrom(product, readFileSync(join(root, product.contractFile)));
}

/**
 * The first migration of a product's schema.
 *
 * @param contract the bytes of the contract, which reads without a problem
 * @throws MigrationError with everything in the contract that no table can be made of.
 */
export function migrationFrom(product: MigratedProduct, contract: Uint8Array): Migration {
  const { domain, name, major, contractFile, tables } = product;
  const { value } = readYaml(contractFile, contract);
  return firstMigration({
    product: name,
    schema: productSchemaName(domain, name, major),
    owner: ownerRoleName(domain),
    tables: tablesOf(value ?? {}, tables),
  });
}
