import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Action } from "../constructs/schema/access-matrix";

/** Who may do what in the shop mesh, written by hand from its manifests. */
export interface Expected {
  readonly kafka: Readonly<
    Record<string, { readonly produce: readonly string[]; readonly consume?: readonly string[] }>
  >;
  readonly postgres: Readonly<Record<string, Readonly<Record<string, Kind>>>>;
}

type Kind = "read" | "write" | "everything";

const READ: readonly Action[] = ["select", "select-later"];

const ACTIONS_OF: Readonly<Record<Kind, readonly Action[]>> = {
  read: READ,
  write: [...READ, "insert", "insert-later", "update", "delete", "nextval", "nextval-later"],
  everything: [
    ...[...READ, "insert", "insert-later", "update", "delete", "truncate"],
    ...["nextval", "nextval-later", "execute", "create"],
  ] as Action[],
};

const expected = parse(readFileSync(join(__dirname, "expected.yaml"), "utf8")) as Expected;

/** Per topic, the principals that may send to it or read from it. */
export function expectedOnTopics(action: "produce" | "consume"): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(expected.kafka).map(([topic, access]) => [topic, [...(access[action] ?? [])].sort()]),
  );
}

/** Per login, the actions in each schema that is not closed to it; sorted. */
export function expectedInSchemas(): Record<string, Record<string, Action[]>> {
  return Object.fromEntries(
    Object.entries(expected.postgres).map(([login, schemas]) => [
      login,
      Object.fromEntries(
        Object.entries(schemas).map(([schema, kind]) => [schema, [...ACTIONS_OF[kind]].sort()]),
      ),
    ]),
  );
}
