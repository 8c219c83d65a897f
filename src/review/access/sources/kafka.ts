import type { Fields, Text } from "../../model";
import { NO_ACCESS, one, type Access, type Choice } from "../grant";
import { literally } from "../policy/glob";
import { eachSide, named, textAt, type Source } from "./source";

/** Operations in words that go before a topic or a group; others stand as they are. */
const VERBS: Readonly<Record<string, string>> = {
  read: "read",
  write: "write",
  create: "create",
  delete: "delete",
  alter: "alter",
  describe: "describe",
  describeconfigs: "describe the configs of",
  alterconfigs: "alter the configs of",
  clusteraction: "act as a broker on",
  idempotentwrite: "write idempotently to",
  all: "do anything with",
  any: "do anything with",
};

/** How resources are called, one and many. */
const KINDS: Readonly<Record<string, readonly [string, string]>> = {
  topic: ["topic", "topics"],
  group: ["consumer group", "consumer groups"],
  transactionalid: ["transactional id", "transactional ids"],
  cluster: ["cluster", "clusters"],
  delegationtoken: ["delegation token", "delegation tokens"],
};

/** `kafka_acl`: host, principal and operation `*` or `All` stand for any. */
export const acl: Source = eachSide((values) => ({
  ...NO_ACCESS,
  grants: [
    {
      system: "Kafka",
      effect: textAt(values, "acl_permission_type").toLowerCase() === "deny" ? "deny" : "allow",
      who: principalOf(textAt(values, "acl_principal")),
      action: operationOf(textAt(values, "acl_operation")),
      what: resourceOf(values),
      conditions: hostOf(textAt(values, "acl_host")),
      phrase: "verb",
    },
  ],
}));

const principalOf = (principal: string): Choice =>
  principal === "User:*" ? one("*", ["anyone"]) : one(principal);

function operationOf(operation: string): Choice {
  const key = operation.toLowerCase();
  const words = VERBS[key];
  return one(
    key === "all" || key === "any" ? "*" : key,
    words === undefined ? [{ code: operation }] : [words],
  );
}

function resourceOf(values: Fields): Choice {
  const kind = textAt(values, "resource_type").toLowerCase();
  const [name, pattern] = [textAt(values, "resource_name"), textAt(values, "resource_pattern_type_filter")];
  const [singular, plural] = KINDS[kind] ?? [kind, kind];
  const all: Text = [`every ${singular}`];

  if (pattern.toLowerCase() === "prefixed")
    return one(`${kind}/${literally(name)}*`, name === "" ? all : named(`${plural} that start with`, name));
  return name === "*" ? one(`${kind}/*`, all) : one(`${kind}/${literally(name)}`, named(singular, name));
}

const hostOf = (host: string): Access["grants"][number]["conditions"] =>
  host === "*" || host === "" ? [] : [{ operator: "StringEquals", key: "host", values: [host] }];
