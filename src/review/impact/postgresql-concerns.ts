import { domainOf } from "../../mesh";
import type { Fields } from "../model";
import { forEverybody, forNobody, forReader, type Concern } from "./concern";
import type { Concerns } from "./concerns-of";
import type { PortNames } from "./port-names";
import { textAt } from "./text-at";

/** Which ports the resources of Postgres are about. */
export const POSTGRESQL_CONCERNS: Readonly<Record<string, Concerns>> = {
  postgresql_schema: (values, names) => ofSchema(names, textAt(values, "name")).map(forEverybody),
  postgresql_grant: grantConcerns,
  postgresql_default_privileges: grantConcerns,
  postgresql_role: (values, names) => ofRole(names, textAt(values, "name")),
  postgresql_grant_role: (values, names) => ofRole(names, textAt(values, "role")),
};

function ofSchema(names: PortNames, schema: string): readonly string[] {
  const port = names.schemas.get(schema);
  return port === undefined ? [] : [port];
}

/** A privilege on a port's schema serves whom it is granted to. */
function grantConcerns(values: Fields, names: PortNames): readonly Concern[] {
  const role = textAt(values, "role");
  const reader = names.roles.get(role);
  return ofSchema(names, textAt(values, "schema")).map((port) => {
    if (names.ownReaders.has(role)) return forNobody(port);
    return reader === undefined || reader.domain === domainOf(port)
      ? forEverybody(port)
      : forReader(reader)(port);
  });
}

function ofRole(names: PortNames, role: string): readonly Concern[] {
  const written = names.writerRoles.get(role);
  if (written !== undefined) return [forEverybody(written)];
  const reader = names.roles.get(role);
  if (reader === undefined) return [];
  return [
    ...names.producedBy(reader, ["schema"]).map(forEverybody),
    ...names.consumedBy(reader, ["schema"]).map(forReader(reader)),
  ];
}
