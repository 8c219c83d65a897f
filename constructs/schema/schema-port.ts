import { ownerRoleName, portWriterRoleName, productSchemaName } from "../../src/names";

/** Names one output port: the schema of one major version of a product. */
export interface SchemaPortVersion {
  readonly product: string;
  /** 1 to 99. */
  readonly major: number;
}

/** One major version of a product, in a schema of its own. */
export interface SchemaPortProps extends SchemaPortVersion {
  /**
   * Once the port is no longer declared, its schema is dropped with the tables in it and with what is built on them
   * elsewhere, such as views. It has to be deployed like this before the port is taken out. For a product that is
   * retired, where the environment allows it; `retain` then does not hold for this schema.
   * @default false
   */
  readonly destroyable?: boolean;
  /**
   * No app may change rows in it any more, as of a product that is retired.
   * @default false
   */
  readonly readOnly?: boolean;
}

/** The names of a port; computed, so that they hold for a port of any domain. */
export interface SchemaPort {
  readonly schemaName: string;
  /** Owns the schema and everything in it. */
  readonly ownerRoleName: string;
  /** Changes rows in it, beside the owner; the app of the product alone is a member. */
  readonly writerRoleName: string;
}

/** `order-placed.v1`: how a port is called in a construct's path and in messages. */
export const portKey = ({ product, major }: SchemaPortVersion): string => `${product}.v${major}`;

/** The names of a domain's port. */
export function schemaPortOf(domain: string, { product, major }: SchemaPortVersion): SchemaPort {
  return {
    schemaName: productSchemaName(domain, product, major),
    ownerRoleName: ownerRoleName(domain),
    writerRoleName: portWriterRoleName(domain, product, major),
  };
}
