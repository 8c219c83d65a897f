import { isAppOf, type AppIdentity } from "../identity";
import type { Rule } from "../validation";
import type { KeyOwner } from "./key-statements";

/** Someone who is about to be let in, and whose data it is. */
export interface Granting {
  readonly owner: KeyOwner;
  readonly grantee: AppIdentity;
}

const nameOf = ({ domain, app }: AppIdentity): string => `${domain}/${app}`;

/** Nobody reads across environments or organisations. */
export const READER_RULES: readonly Rule<Granting>[] = [
  {
    holds: ({ owner, grantee }) =>
      owner.site.environment === grantee.site.environment &&
      owner.site.organisation === grantee.site.organisation,
    problem: ({ owner, grantee }) =>
      `EnvMismatch: reader '${nameOf(grantee)}' is in ${placeOf(grantee)}, the data of '${owner.domain}' is in ` +
      `${placeOf(owner)}; grant to an app of the same environment`,
  },
];

/** Only a domain's own apps write its data. */
export const WRITER_RULES: readonly Rule<Granting>[] = [
  {
    holds: ({ owner, grantee }) => isAppOf(grantee, owner),
    problem: ({ owner, grantee }) =>
      `ForeignResource: '${nameOf(grantee)}' in account ${grantee.site.account} cannot write the data of ` +
      `'${owner.domain}'; only apps of '${owner.domain}' in account ${owner.site.account} can`,
  },
];

const placeOf = ({ site }: { readonly site: KeyOwner["site"] }): string =>
  `${site.organisation}/${site.environment}`;
