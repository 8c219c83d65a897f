import type { Choice, Condition, Grant } from "../access";
import type { DomainNames } from "./domain-names";
import type { PortNames, Reader } from "./port-names";

/** The names of one side of a mesh. */
export interface SideNames {
  readonly domains: DomainNames;
  readonly ports: PortNames;
}

const AWS_IDENTITY = /^AWS:arn:[^:]*:iam::(\d{12}):(?:role|user)(\/(?:.*\/)?)([^/]+)$/;

/** Conditions that hold a service of AWS to what somebody of ours asks it for. */
const ON_BEHALF = /^(aws:SourceAccount|aws:SourceArn|kms:EncryptionContext:.*)$/i;

/** What a key and a topic for alarms let their own account do, as AWS recommends: who uses them is told by their readers. */
const OF_ACCOUNT = /^(kms|sns):/;

/** The domain, and the app if it is one, that a grant is to; nobody when it is to others, or to many. */
export function partyOf(grant: Grant, names: SideNames, own?: string): Reader | undefined {
  const { who, conditions } = grant;
  const [pattern] = who.parts.map((part) => part.pattern);
  if (who.except || who.parts.length !== 1 || pattern === undefined) return undefined;
  const [, account = "", path = "", name = ""] = AWS_IDENTITY.exec(pattern) ?? [];
  if (name !== "") {
    const domain = names.domains.beneath("path", path);
    if (domain === undefined || !names.domains.isAccountOf(domain, account)) return undefined;
    const app = names.ports.iamRoles.get(name);
    return app?.domain === domain ? app : { domain };
  }
  const { domains, ports } = names;
  const after = (start: string): string | undefined =>
    pattern.startsWith(start) ? pattern.slice(start.length) : undefined;
  const some = (domain: string | undefined): Reader | undefined =>
    domain === undefined ? domain : { domain };

  const role = after("IAM role ");
  if (role !== undefined) return ports.iamRoles.get(role) ?? some(domains.named("role", role));
  const boundary = after("bound by ");
  if (boundary !== undefined) return some(domains.named("policy", boundary));
  const policy = after("holders of ");
  if (policy !== undefined)
    return ports.iamPolicies.get(policy)?.reader ?? some(domains.named("policy", policy));
  const sql = after("role ");
  if (sql !== undefined) return ports.roles.get(sql) ?? some(domains.ofPostgres(sql));
  if (after("User:") !== undefined) return ports.principals.get(pattern);
  const root = after("Account:");
  if (root !== undefined && own !== undefined && domains.isAccountOf(own, root))
    return domains.isShared(root) && !does(grant, OF_ACCOUNT) ? undefined : { domain: own };
  return own !== undefined &&
    after("Service:") !== undefined &&
    conditions.some((condition) => isOnBehalfOf(own, condition, domains))
    ? { domain: own }
    : undefined;
}

/** True for a condition that holds a service to what the account of a domain asks it for. */
function isOnBehalfOf(own: string, { operator, key, values }: Condition, domains: DomainNames): boolean {
  if (!ON_BEHALF.test(key) || /Not|IfExists|Null/.test(operator)) return false;
  return values.every((value) => domains.isAccountOf(own, value) || isOfAccount(own, value, domains));
}

function isOfAccount(own: string, arn: string, domains: DomainNames): boolean {
  const [, , service, , account = "", ...rest] = arn.split(":");
  return service === "s3"
    ? domains.named("bucket", rest.join(":")) === own
    : domains.isAccountOf(own, account);
}

/** True for grants that are about no more than these actions. */
export const does = ({ action }: { readonly action: Choice }, actions: RegExp): boolean =>
  !action.except && action.parts.every(({ pattern }) => actions.test(pattern));
