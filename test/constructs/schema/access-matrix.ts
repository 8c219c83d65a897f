import type { Client } from "pg";

/** What a login may try in a schema. */
export const ACTIONS = [
  "select",
  "select-later",
  "insert",
  "insert-later",
  "update",
  "delete",
  "truncate",
  "nextval",
  "nextval-later",
  "execute",
  "create",
] as const;

export type Action = (typeof ACTIONS)[number];

const INSUFFICIENT_PRIVILEGE = "42501";

/** The objects of a schema that `sqlOf` uses; `later` ones are created after all grants. */
export const objectsOf = (schema: string, age: "before" | "later"): string => `
  CREATE TABLE ${schema}.${age}_table (id bigint);
  CREATE SEQUENCE ${schema}.${age}_seq;
  CREATE FUNCTION ${schema}.${age}_function() RETURNS int LANGUAGE sql AS 'SELECT 1';`;

/** Which of the actions the session may do in the schema; nothing of it stays. */
export async function allowedIn(session: Client, schema: string): Promise<Action[]> {
  const allowed: Action[] = [];
  for (const action of ACTIONS) {
    if (await isAllowed(session, sqlOf(action, schema))) allowed.push(action);
  }
  return allowed;
}

/**
 * Tries a statement.
 *
 * @throws Error when it fails for any other reason than a missing privilege.
 */
export async function isAllowed(session: Client, sql: string): Promise<boolean> {
  await session.query("BEGIN");
  try {
    await session.query(sql);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === INSUFFICIENT_PRIVILEGE) return false;
    throw error;
  } finally {
    await session.query("ROLLBACK");
  }
}

function sqlOf(action: Action, schema: string): string {
  switch (action) {
    case "select":
      return `SELECT id FROM ${schema}.before_table`;
    case "select-later":
      return `SELECT id FROM ${schema}.later_table`;
    case "insert":
      return `INSERT INTO ${schema}.before_table VALUES (1)`;
    case "insert-later":
      return `INSERT INTO ${schema}.later_table VALUES (1)`;
    case "update":
      return `UPDATE ${schema}.before_table SET id = 2`;
    case "delete":
      return `DELETE FROM ${schema}.before_table`;
    case "truncate":
      return `TRUNCATE ${schema}.before_table`;
    case "nextval":
      return `SELECT nextval('${schema}.before_seq')`;
    case "nextval-later":
      return `SELECT nextval('${schema}.later_seq')`;
    case "execute":
      return `SELECT ${schema}.later_function()`;
    case "create":
      return `CREATE TABLE ${schema}.planted (id bigint)`;
  }
}
