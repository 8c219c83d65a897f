import type { PortKey } from "../../mesh";
import type { Condition, Grant } from "../access";
import type { SideNames } from "./access-parties";

/** A thing, as far as the mesh has one by its name. */
export interface Thing {
  readonly domain: string;
  /** Set when it is what readers of one port get. */
  readonly port?: PortKey;
  /** Ports below the same prefix of other buckets: a statement about several names each prefix for all of them. */
  readonly elsewhere?: readonly PortKey[];
  /** It holds what readers of several ports need, such as a domain's key. */
  readonly isShared?: boolean;
}

/** Everything that a grant is about, one for each; undefined where the mesh has none by the name. */
export function thingsOf(
  grant: Grant,
  parts: readonly Grant[],
  names: SideNames,
  own?: string,
): readonly Found[] {
  const { what, within } = grant;
  const conditions = newlyNamed(grant, parts);
  if (what === undefined) return [isLogin(grant) ? some(own) : undefined];
  if (what.except) return [undefined];
  return what.parts.flatMap(({ pattern }): readonly Found[] => {
    if (pattern === within) return [thingAt(within, names, own)];
    const arn = pattern.replace(/^policy /, "");
    if (arn.startsWith("arn:")) return thingsOfArn(arn, conditions, names, own);
    if (pattern === "*") return [byCondition(conditions, names)];
    return [kafkaThing(pattern, names) ?? postgresThing(pattern, names)];
  });
}

/** To log in is about nothing; so is to do anything on a whole server, which is nobody's own. */
const isLogin = ({ action }: Grant): boolean =>
  !action.except && action.parts.every(({ pattern }) => pattern === "login");

/** What a policy stands at. A domain's key is for all of its data; all of its bucket is more than any port. */
function thingAt(within: string, { domains }: SideNames, own: string | undefined): Found {
  const [, bucket] = /^bucket (.*)$/.exec(within) ?? [];
  if (bucket !== undefined) return some(domains.named("bucket", bucket));
  return own === undefined ? undefined : { domain: own, isShared: within.startsWith("key ") };
}

/** Prefixes of objects that one of two conditions names and the other does not. */
export function movedPrefixes({ conditions }: Grant, [part]: readonly Grant[]): readonly string[] {
  const [now, before] = [conditions, part?.conditions ?? []].map((all) =>
    all.flatMap(({ key, values }) => (key.toLowerCase() === "s3:prefix" ? values : [])),
  );
  const only = (some: readonly string[] = [], others: readonly string[] = []): readonly string[] =>
    some.filter((value) => !others.includes(value));
  return part === undefined ? [] : [...only(now, before), ...only(before, now)];
}

/** Conditions with those values only that the parts of a grant do not name already. */
function newlyNamed({ conditions }: Grant, parts: readonly Grant[]): readonly Condition[] {
  const [part, other] = parts;
  if (part === undefined || other !== undefined) return conditions;
  return conditions.map((condition) => {
    const same = part.conditions.find(
      ({ operator, key }) => operator === condition.operator && key === condition.key,
    );
    const values = condition.values.filter((value) => same?.values.includes(value) !== true);
    return values.length === 0 ? condition : { ...condition, values };
  });
}

type Found = Thing | undefined;

const some = (domain: string | undefined): Found => (domain === undefined ? undefined : { domain });

const lastPart = (name: string): string => name.slice(name.lastIndexOf("/") + 1);

/** How the resources of each service are called, and what of the mesh they are. */
const SERVICES: Readonly<
  Record<
    string,
    (resource: string, names: SideNames, conditions: readonly Condition[], own?: string) => readonly Found[]
  >
> = {
  s3: bucketThings,
  kafka: (resource, names) => {
    const [kind, , , ...rest] = resource.split("/");
    const name = rest.join("/");
    return [kind === "topic" ? topicThing(name, names) : some(names.domains.ofKafka(name))];
  },
  kms: (resource, { domains }, conditions) =>
    resource.startsWith("alias/")
      ? [some(domains.named("alias", resource))]
      : [byCondition(conditions, { domains })],
  iam: (resource, { domains }) => {
    const path = resource.slice(resource.indexOf("/"));
    return [some(domains.beneath("path", path) ?? domains.named("policy", lastPart(path)))];
  },
  secretsmanager: (resource, { domains }) => [
    some(domains.beneath("secret", resource.replace(/^secret:/, ""))),
  ],
  logs: (resource, { domains }) => [some(domains.beneath("logs", resource.replace(/^log-group:/, "")))],
  sns: (resource, { domains }) => [some(domains.named("topic", resource))],
  cloudwatch: (resource, { domains }) => [
    some(
      domains.beneath("alarm", resource.replace(/^alarm:/, "")) ??
        domains.named("dashboard", resource.replace(/^dashboard\//, "")),
    ),
  ],
  "rds-db": (resource, { domains }) => [some(domains.ofPostgres(lastPart(resource)))],
};

function thingsOfArn(
  arn: string,
  conditions: readonly Condition[],
  names: SideNames,
  own?: string,
): readonly Found[] {
  const [, , service = "", , , ...rest] = arn.split(":");
  const find = Object.hasOwn(SERVICES, service) ? SERVICES[service] : undefined;
  return find?.(rest.join(":"), names, conditions, own) ?? [undefined];
}

/** Where Terraform looks for workspaces in a bucket of states. Source: Terraform, S3 backend, `workspace_key_prefix`. */
const WORKSPACES = "env:/";

/** A prefix of objects is named by the resource, or by what a listing is held to. */
function bucketThings(
  resource: string,
  { domains, ports }: SideNames,
  conditions: readonly Condition[],
  own?: string,
): readonly Found[] {
  const slash = resource.indexOf("/");
  const bucket = slash < 0 ? resource : resource.slice(0, slash);
  const domain = domains.named("bucket", bucket);
  if (domain === undefined) {
    const listed = valuesOf(conditions, "s3:prefix").filter((prefix) => prefix !== WORKSPACES);
    const keys = slash < 0 ? listed : [resource.slice(slash + 1).replace(/\.tflock$/, "")];
    const isWorkspaces = slash < 0 && valuesOf(conditions, "s3:prefix").length > 0;
    return keys.length === 0
      ? [isWorkspaces ? some(own) : undefined]
      : keys.map((key) => some(domains.named("state", key)));
  }
  const prefixes = slash < 0 ? valuesOf(conditions, "s3:prefix") : [resource.slice(slash + 1)];
  if (prefixes.length === 0) return [{ domain }];
  return prefixes.map((prefix): Thing => {
    const port = (ports.objects.get(bucket) ?? []).find(({ name }) => prefix.startsWith(name))?.port;
    if (port !== undefined) return { domain, port };
    return slash < 0 ? { domain, elsewhere: ports.portsBelowPrefix(prefix) } : { domain };
  });
}

function topicThing(name: string, { domains, ports }: SideNames): Found {
  const topic = ports.topics.get(name);
  const domain = domains.ofKafka(name);
  if (domain === undefined) return undefined;
  return topic === undefined || topic.internal ? { domain } : { domain, port: topic.port };
}

/** `topic/orders.order-placed.v1` of an ACL. */
function kafkaThing(pattern: string, names: SideNames): Found {
  const [, kind, name = ""] = /^(topic|group|transactionalid)\/(.*)$/.exec(pattern) ?? [];
  if (kind === undefined) return undefined;
  return kind === "topic" ? topicThing(name, names) : some(names.domains.ofKafka(name));
}

/** `["table","orders__order_placed__v1",[],[],"mesh"]`, `future table orders__owner …`, `role orders__rw`. */
function postgresThing(pattern: string, { domains, ports }: SideNames): Found {
  const schema = schemaIn(pattern);
  const domain = schema === undefined ? undefined : domains.ofPostgres(schema);
  if (schema === undefined || domain === undefined) return undefined;
  const port = ports.schemas.get(schema);
  return port === undefined ? { domain } : { domain, port };
}

/** The name of a schema or a role in what a privilege is about; a role that makes things counts where no schema does. */
function schemaIn(pattern: string): string | undefined {
  const [, listed] = /^\["[^"]*","([^"]*)"/.exec(pattern) ?? [];
  if (listed !== undefined) return listed;
  const [kind, first, second, third] = pattern.split(" ");
  if (kind === "future") return third === "" ? second : third;
  return kind === "role" || kind === "schema" ? first : undefined;
}

/** The domain that a condition holds a statement about everything to. */
function byCondition(conditions: readonly Condition[], { domains }: Pick<SideNames, "domains">): Found {
  const alias = onlyOf(
    valuesOf(conditions, "kms:ResourceAliases").map((name) => domains.named("alias", name)),
  );
  if (alias !== undefined) return { domain: alias, isShared: true };
  return some(
    onlyOf(valuesOf(conditions, "cloudwatch:namespace").map((name) => domains.named("namespace", name))) ??
      onlyOf([
        ...valuesOf(conditions, "aws:ResourceTag/mesh:domain"),
        ...valuesOf(conditions, "aws:RequestTag/mesh:domain"),
      ]),
  );
}

const onlyOf = (found: readonly (string | undefined)[]): string | undefined =>
  new Set(found).size === 1 ? found[0] : undefined;

/** What a condition allows the values of a key to be; nothing for one that only leaves values out. */
const valuesOf = (conditions: readonly Condition[], key: string): readonly string[] =>
  conditions.flatMap((condition) =>
    condition.key.toLowerCase() === key.toLowerCase() && NAMES_VALUES.test(condition.operator)
      ? condition.values
      : [],
  );

const NAMES_VALUES = /^(ForAnyValue:)?String(Equals|Like)$/;
