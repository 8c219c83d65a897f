import type { NewFile } from "./new-file";
import { schemaLine } from "./schema-line";
import { yamlScalar } from "./yaml-scalar";

/** What a new domain is. */
export interface DomainDraft {
  readonly name: string;
  readonly team: string;
  readonly email: string;
  readonly parent?: string;
  /** Where the schemas are, from the mesh's root. */
  readonly schemas: string;
}

/** `domains/<name>/domain.yaml`. */
export function domainFile({ name, team, email, parent, schemas }: DomainDraft): NewFile {
  const lines = [
    schemaLine("domain", schemas, 2),
    "apiVersion: meshwright/v1",
    "kind: Domain",
    `name: ${yamlScalar(name)}`,
    ...(parent === undefined ? [] : [`parent: ${yamlScalar(parent)}`]),
    `owner: { team: ${yamlScalar(team)}, email: ${yamlScalar(email)} }`,
    "# What the domain reads of others; the producer answers each entry with a share.",
    "# subscriptions:",
    "#   - product: users/user-profile",
    "#     version: 1",
    "#     purpose: enrich orders with the delivery address",
    "#     until: 2027-06-30",
  ];
  return { path: `domains/${name}/domain.yaml`, text: `${lines.join("\n")}\n` };
}
