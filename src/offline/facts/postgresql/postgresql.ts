import type { ProviderFacts } from "../model";
import { defaultPrivileges } from "./default-privileges";
import { grant } from "./grant";
import { role } from "./role";
import { schema } from "./schema";

/** Facts of cyrilgdn/postgresql 1.26. */
export const POSTGRESQL: ProviderFacts = {
  name: "postgresql",
  resources: new Map([
    ["postgresql_role", role],
    ["postgresql_schema", schema],
    ["postgresql_grant", grant],
    ["postgresql_default_privileges", defaultPrivileges],
  ]),
  providerChecks: [],
  sensitiveConfig: ["password"],
  ephemerals: new Map(),
};
