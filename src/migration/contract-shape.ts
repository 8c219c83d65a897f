/** What of an ODCS contract (v3.0 to v3.2) tables are made of. */
export interface TabularContract {
  readonly schema?: readonly ContractObject[];
}

/** An entry of a contract's `schema`. */
export interface ContractObject {
  readonly id?: string;
  readonly name: string;
  readonly physicalName?: string;
  /** `table`, `view`, `topic`, `file`. */
  readonly physicalType?: string;
  readonly description?: string;
  readonly properties?: readonly ContractProperty[];
  readonly relationships?: readonly ContractRelationship[];
}

/** An entry of an object's `properties`. */
export interface ContractProperty {
  readonly id?: string;
  readonly name: string;
  readonly physicalName?: string;
  readonly logicalType?: string;
  readonly logicalTypeOptions?: Readonly<Record<string, unknown>>;
  readonly physicalType?: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly unique?: boolean;
  readonly primaryKey?: boolean;
  readonly primaryKeyPosition?: number;
  readonly enum?: readonly { readonly value?: unknown }[];
  readonly relationships?: readonly ContractRelationship[];
}

/** A foreign key; `from` is stated where the relationship stands beside the properties. */
export interface ContractRelationship {
  readonly type?: string;
  readonly from?: string | readonly string[];
  readonly to?: string | readonly string[];
}

/** The name in the database: the physical one, or else the logical one. */
export const physicalNameOf = (named: { readonly name: string; readonly physicalName?: string }): string =>
  named.physicalName ?? named.name;
