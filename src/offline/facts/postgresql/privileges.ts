import type { Check } from "../model";
import { text, texts } from "../read";

/** Privileges PostgreSQL knows, by kind of object. Source: postgresql/helpers.go, allowedPrivileges. */
const PRIVILEGES: Readonly<Record<string, readonly string[]>> = {
  database: ["ALL", "CREATE", "CONNECT", "TEMPORARY"],
  table: ["ALL", "SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER"],
  sequence: ["ALL", "USAGE", "SELECT", "UPDATE"],
  schema: ["ALL", "CREATE", "USAGE"],
  function: ["ALL", "EXECUTE"],
  procedure: ["ALL", "EXECUTE"],
  routine: ["ALL", "EXECUTE"],
  type: ["ALL", "USAGE"],
  foreign_data_wrapper: ["ALL", "USAGE"],
  foreign_server: ["ALL", "USAGE"],
  column: ["ALL", "SELECT", "INSERT", "UPDATE", "REFERENCES"],
};

/** The first privilege that the kind of object does not know. */
export const privilegesFit: Check = (values) => {
  const kind = text(values, "object_type");
  const known = PRIVILEGES[kind];
  if (known === undefined) return `unknown object type ${kind}`;
  const wrong = texts(values, "privileges").find((privilege) => !known.includes(privilege));
  return wrong === undefined ? undefined : `${wrong} is not an allowed privilege for object type ${kind}`;
};
