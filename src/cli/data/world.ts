import type { Found, World } from "../../offline/world";
import { DOMAIN_TAG, PLATFORM_STACK } from "../../names";

/** The form of {@link WorldDocument}; another number means another form. */
export const WORLD_FORMAT = "meshwright.world/1";

/** What is shown of a world: a heading, and the resource types below it. */
export const WORLD_KINDS = [
  { kind: "topic", heading: "topics", types: ["kafka_topic"] },
  { kind: "bucket", heading: "buckets", types: ["aws_s3_bucket"] },
  { kind: "schema", heading: "schemas", types: ["postgresql_schema"] },
  { kind: "role", heading: "roles", types: ["aws_iam_role", "postgresql_role"] },
  { kind: "user", heading: "users", types: ["kafka_user_scram_credential"] },
  { kind: "alarm", heading: "alarms", types: ["aws_cloudwatch_metric_alarm"] },
] as const;

export type WorldKind = (typeof WORLD_KINDS)[number]["kind"];

/** What the simulated providers of an environment have made. */
export interface WorldDocument {
  readonly format: typeof WORLD_FORMAT;
  readonly environment: string;
  /** How many things there are, of whatever kind. */
  readonly things: number;
  readonly domains: readonly WorldDomain[];
}

/** What there is of a domain, or of the platform. */
export interface WorldDomain {
  readonly domain: string;
  readonly things: readonly WorldThing[];
}

/** One thing by the name its system knows it by. */
export interface WorldThing {
  readonly kind: WorldKind;
  readonly type: string;
  readonly name: string;
  /** What a person said of it, such as `nonEmpty`. */
  readonly marks: readonly string[];
}

/** Looks at a world: its things by domain, the platform's at the end. */
export function worldDocument(world: World, environment: string): WorldDocument {
  const all = world.list();
  const byDomain = new Map<string, WorldThing[]>();
  for (const { kind, types } of WORLD_KINDS) {
    for (const type of types) {
      for (const found of all.filter((each) => each.type === type)) {
        const domain = domainOf(found) ?? PLATFORM_STACK;
        const thing = { kind, type, name: nameOf(found), marks: found.thing.marks ?? [] };
        byDomain.set(domain, [...(byDomain.get(domain) ?? []), thing]);
      }
    }
  }
  const domains = [...byDomain].map(([domain, things]) => ({ domain, things })).sort(platformLast);
  return { format: WORLD_FORMAT, environment, things: all.length, domains };
}

/** The domain in a name: of a Kafka topic or user the part before the first `.`, in Postgres before the first `__`. */
function domainOf({ type, identity, thing: { attributes } }: Found): string | undefined {
  if (type.startsWith("kafka_")) return identity.split(/[.|]/)[0];
  if (type.startsWith("postgresql_")) return String(attributes.name).split("__")[0]?.replaceAll("_", "-");
  const tags = attributes.tags_all as Readonly<Record<string, unknown>> | null | undefined;
  const domain = tags?.[DOMAIN_TAG];
  return typeof domain === "string" ? domain : undefined;
}

function nameOf({ identity, thing: { attributes } }: Found): string {
  const named = [attributes.bucket, attributes.alarm_name, attributes.username, attributes.name];
  return named.find((name) => typeof name === "string") ?? identity;
}

function platformLast(a: WorldDomain, b: WorldDomain): number {
  if ((a.domain === PLATFORM_STACK) !== (b.domain === PLATFORM_STACK))
    return a.domain === PLATFORM_STACK ? 1 : -1;
  return a.domain < b.domain ? -1 : 1;
}
