/** What a role may do with one kind of object in a schema. */
export interface ObjectPrivileges {
  readonly objectType: "table" | "sequence";
  /** Never `ALL`: the provider compares the list with the catalog's, and a new server version may add to `ALL`. */
  readonly privileges: readonly string[];
}

/** Enough to find the objects of a schema; `CREATE` is the owner's alone. */
export const SCHEMA_PRIVILEGES: readonly string[] = ["USAGE"];

/** Of the domain's readers, and of an app that the schema is shared with. */
export const READER_PRIVILEGES: readonly ObjectPrivileges[] = [
  { objectType: "table", privileges: ["SELECT"] },
];

/** Of the writers of a schema; sequences, since `nextval` needs them. */
export const WRITER_PRIVILEGES: readonly ObjectPrivileges[] = [
  { objectType: "table", privileges: ["DELETE", "INSERT", "SELECT", "UPDATE"] },
  { objectType: "sequence", privileges: ["SELECT", "USAGE"] },
];
