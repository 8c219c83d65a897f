import { ownerRoleName, productSchemaName } from "../../src/names";

/** One major version of a product, in a schema of its own. */
export interface SchemaPortProps {
  readonly product: string;
  /** 1 to 99. */
  readonly major: number;
}

/** The names of a port; computed, so that they hold for a port of any domain. */
export interface SchemaPort {
  readonly schemaName: string;
  /** Owns the schema and everything in it. */
  readonly ownerRoleName: string;
}

/** `order-placed.v1`: how a port is called in a construct's path and in messages. */
export const portKey = ({ product, major }: SchemaPortProps): string => `${product}.v${major}`;

/** The names of a domain's port. */
export function schemaPortOf(domain: string, { product, major }: SchemaPortProps): SchemaPort {
  return { schemaName: productSchemaName(domain, product, major), ownerRoleName: ownerRoleName(domain) };
}
