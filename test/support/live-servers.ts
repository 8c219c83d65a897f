/** A broker with SASL/SCRAM-SHA-512, and an administrator on it. */
export interface LiveKafka {
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly password: string;
  readonly tls: boolean;
}

/** A database, and an administrator of its server. */
export interface LivePostgres {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly username: string;
  readonly password: string;
  readonly sslMode: string;
}

/** Servers to test with. */
export interface LiveServers {
  readonly kafka: LiveKafka;
  readonly postgres: LivePostgres;
}

/** `kafka://USER:PASSWORD@HOST:PORT[?tls=true]` */
export const KAFKA_VARIABLE = "MESHWRIGHT_LIVE_KAFKA";
/** `postgresql://USER:PASSWORD@HOST:PORT/DATABASE[?sslmode=require]` */
export const POSTGRES_VARIABLE = "MESHWRIGHT_LIVE_PG";

const DEFAULT_PORTS = { kafka: 9092, postgres: 5432 };

/**
 * The servers the environment names.
 *
 * @throws Error when a variable is not the URL it should be; its value, which has a password, is not shown.
 */
export function liveServers(environment: NodeJS.ProcessEnv = process.env): Partial<LiveServers> {
  const kafka = environment[KAFKA_VARIABLE];
  const postgres = environment[POSTGRES_VARIABLE];
  return {
    ...(kafka !== undefined && kafka !== "" && { kafka: liveKafka(kafka) }),
    ...(postgres !== undefined && postgres !== "" && { postgres: livePostgres(postgres) }),
  };
}

function liveKafka(text: string): LiveKafka {
  const url = parsed(text, KAFKA_VARIABLE, "kafka:", "kafka://USER:PASSWORD@HOST:PORT");
  return { ...addressOf(url, DEFAULT_PORTS.kafka), tls: url.searchParams.get("tls") === "true" };
}

function livePostgres(text: string): LivePostgres {
  const form = "postgresql://USER:PASSWORD@HOST:PORT/DATABASE";
  const url = parsed(text, POSTGRES_VARIABLE, "postgresql:", form);
  const database = decodeURIComponent(url.pathname.slice(1));
  if (database === "") throw new Error(`${POSTGRES_VARIABLE} must name a database: ${form}`);
  const sslMode = url.searchParams.get("sslmode") ?? "disable";
  return { ...addressOf(url, DEFAULT_PORTS.postgres), database, sslMode };
}

function parsed(text: string, variable: string, protocol: string, form: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === protocol && url.hostname !== "" && url.username !== "" && url.password !== "")
    return url;
  throw new Error(`${variable} must be ${form}`);
}

const addressOf = (url: URL, port: number) => ({
  host: url.hostname,
  port: url.port === "" ? port : Number(url.port),
  username: decodeURIComponent(url.username),
  password: decodeURIComponent(url.password),
});
