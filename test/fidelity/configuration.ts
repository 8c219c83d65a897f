import type { Pair } from "./pair";
import type { LiveServers } from "../support/live-servers";

/** Which configuration of a pair. */
export type Side = "before" | "after";

/** A provider's source address and exact version. */
export interface Requirement {
  readonly source: string;
  readonly version: string;
}

/** Addresses where nothing listens: no plan may need a server. */
const NOWHERE: LiveServers = {
  kafka: { host: "127.0.0.1", port: 1, username: "meshwright", password: "none", tls: false },
  postgres: {
    ...{ host: "127.0.0.1", port: 1, database: "mesh" },
    ...{ username: "meshwright", password: "none", sslMode: "disable" },
  },
};

/** The local name of the provider of a resource type, such as `kafka`. */
export const providerOf = (type: string): string => type.slice(0, type.indexOf("_"));

/** The configuration of one side as Terraform JSON. */
export function configurationOf(
  pair: Pair,
  side: Side,
  requirement: Requirement,
  servers: Partial<LiveServers>,
): object {
  const at = side === "before" ? 0 : 1;
  const attributes = pair[side];
  const address = side === "after" && pair.moved === true ? "renamed" : "subject";
  const isImport = side === "after" && pair.import !== undefined;
  const hasLater = pair.later !== undefined && (side === "after" || attributes !== undefined);
  const provider = providerOf(pair.type);
  const resource = {
    ...(attributes && { [pair.type]: { [address]: attributes } }),
    ...(hasLater && { terraform_data: { later: { input: pair.later?.[at] } } }),
  };
  return {
    terraform: { required_providers: { [provider]: requirement } },
    provider: { [provider]: providerBlock(provider, servers) },
    variable: {
      password: {
        type: "string",
        ephemeral: true,
        sensitive: true,
        default: pair.passwords?.[at] ?? "hush",
      },
      secret: { type: "string", sensitive: true, default: "42" },
    },
    ...(Object.keys(resource).length > 0 && { resource }),
    ...(side === "after" &&
      pair.moved && { moved: [{ from: `${pair.type}.subject`, to: `${pair.type}.renamed` }] }),
    ...(isImport && { import: [{ to: `${pair.type}.subject`, id: pair.import }] }),
  };
}

/** The arguments the constructs set, as far as they reach a server. */
function providerBlock(provider: string, servers: Partial<LiveServers>): object {
  const { kafka, postgres } = { ...NOWHERE, ...servers };
  if (provider === "kafka") {
    return {
      bootstrap_servers: [`${kafka.host}:${kafka.port}`],
      kafka_version: "2.8.0",
      sasl_mechanism: "scram-sha512",
      sasl_username: kafka.username,
      sasl_password: kafka.password,
      tls_enabled: kafka.tls,
      timeout: 30,
    };
  }
  const { host, port, database, username, password, sslMode } = postgres;
  return {
    host,
    port,
    database,
    username,
    password,
    sslmode: sslMode,
    superuser: false,
    connect_timeout: 30,
  };
}
