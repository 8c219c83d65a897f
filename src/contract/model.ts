/** What the rest of Meshwright needs to know of a contract; the whole of it stays in its file. */
export interface Contract {
  /** Relative to the mesh's root. */
  readonly file: string;
  readonly id: string;
  readonly version: string;
  /** `v3.2.0`. */
  readonly apiVersion: string;
  readonly status?: string;
  readonly domain?: string;
  readonly objects: readonly ContractObject[];
  readonly sla: readonly ContractSla[];
  readonly servers: readonly ContractServer[];
}

/** One entry of `schema`: a table, a topic's record, a file's record. */
export interface ContractObject {
  readonly name: string;
  readonly physicalName?: string;
  /** `table`, `topic`, `file`, …, in lower case. */
  readonly physicalType?: string;
  readonly description?: string;
  readonly fields: readonly ContractField[];
  /** Index in `schema`. */
  readonly index: number;
}

/** One property of an object; nested properties follow their parent with a dotted path. */
export interface ContractField {
  /** `address.city`, `lines[].sku`; the items of an array are `lines[]`, a map's parts `labels{key}`, `labels{value}`. */
  readonly path: string;
  /** Where it stands in the file, for findings: `["schema", 0, "properties", 2]`. */
  readonly at: readonly (string | number)[];
  /** What the column is called, when that is not its name. */
  readonly physicalName?: string;
  readonly logicalType?: string;
  readonly physicalType?: string;
  readonly required: boolean;
  readonly unique: boolean;
  /** 1 for a key of one column; undefined when the field is in no key. */
  readonly primaryKeyPosition?: number;
  readonly classification?: string;
  /** The author says that it is personal: tag `pii` or `personal`, or the custom property `personal: true`. */
  readonly personal: boolean;
  readonly description?: string;
  /** The values of `enum`, if it is closed. */
  readonly allowed?: readonly string[];
  /** `logicalTypeOptions.format`: `i64`, `uuid`. */
  readonly format?: string;
  /** `logicalTypeOptions` as written: `{ maxLength: 36 }`; undefined when there are none. */
  readonly options?: Readonly<Record<string, ContractOption>>;
  /** What its foreign keys point at, as written: `orders.order_id`; undefined when there are none. */
  readonly references?: readonly string[];
}

/** The value of one of `logicalTypeOptions`. */
export type ContractOption = string | number | boolean | readonly string[];

/** One of `slaProperties`. */
export interface ContractSla {
  /** In lower case: `retention`, `latency`. */
  readonly property: string;
  readonly value: string | number | boolean | null;
  readonly unit?: string;
  /** `orders.placed_at`: what it is promised for; undefined for the product as a whole. */
  readonly element?: string;
  /** In lower case: `regulatory`, `analytics`, `operational`. */
  readonly driver?: string;
  /** Index in `slaProperties`. */
  readonly index: number;
}

/** One of `servers`. */
export interface ContractServer {
  readonly name: string;
  /** `kafka`, `s3`, `postgres`, … */
  readonly type: string;
  readonly environment?: string;
  readonly host?: string;
  readonly location?: string;
  readonly database?: string;
  readonly schema?: string;
  /** Index in `servers`. */
  readonly index: number;
}
