import { domainOf } from "../../mesh";
import type { Fields } from "../model";
import { forEverybody, forNobody, forReader, type Concern } from "./concern";
import type { Concerns } from "./concerns-of";
import { nearestPrefix, type PortNames, type Reader } from "./port-names";
import { textAt } from "./text-at";

/** Which ports the resources of Kafka are about. */
export const KAFKA_CONCERNS: Readonly<Record<string, Concerns>> = {
  kafka_topic: (values, names) => topicConcerns([textAt(values, "name")], names, forEverybody),
  kafka_acl: aclConcerns,
  kafka_quota: (values, names) => ofUser(names, textAt(values, "entity_name")),
  kafka_user_scram_credential: (values, names) => ofUser(names, textAt(values, "username")),
};

/** Dead letters and retries are the producing app's own. */
function topicConcerns(
  topics: readonly string[],
  names: PortNames,
  concern: (port: string) => Concern,
): Concern[] {
  return topics.flatMap((topic) => {
    const found = names.topics.get(topic);
    if (found === undefined) return [];
    return [found.internal ? forNobody(found.port) : concern(found.port)];
  });
}

function aclConcerns(values: Fields, names: PortNames): readonly Concern[] {
  const name = textAt(values, "resource_name");
  const reader = names.principals.get(textAt(values, "acl_principal"));
  const isPrefix = textAt(values, "resource_pattern_type_filter").toLowerCase() === "prefixed";
  switch (textAt(values, "resource_type").toLowerCase()) {
    case "topic":
      return topicConcerns(isPrefix ? names.topicsBelow(name) : [name], names, (port) =>
        reader === undefined || reader.domain === domainOf(port)
          ? forEverybody(port)
          : forReader(reader)(port),
      );
    case "group": {
      const app = names.groups.get(name) ?? nearestPrefix(names.groups, name, ".");
      return app === undefined ? [] : ofGroup(names, app);
    }
    case "transactionalid": {
      const app = names.groups.get(name) ?? nearestPrefix(names.groups, name, ".");
      return app === undefined ? [] : names.producedBy(app, ["topic"]).map(forEverybody);
    }
    default:
      return [];
  }
}

/** Without its groups an app reads nothing; what it writes is not held up. */
function ofGroup(names: PortNames, app: Reader): Concern[] {
  return [
    ...names.producedBy(app, ["topic"]).map(forNobody),
    ...names.consumedBy(app, ["topic"]).map(forReader(app)),
  ];
}

/** Without its user, or under a lower quota, an app neither writes nor reads as before. */
function ofUser(names: PortNames, user: string): Concern[] {
  const app = names.kafkaUsers.get(user);
  if (app === undefined) return [];
  return [
    ...names.producedBy(app, ["topic"]).map(forEverybody),
    ...names.consumedBy(app, ["topic"]).map(forReader(app)),
  ];
}
