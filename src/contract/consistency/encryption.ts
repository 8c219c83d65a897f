import type { Problem } from "../../finding";
import { classificationAt, classifiedFields, fieldName } from "./classification";
import type { ContractRule, EnvironmentFacts, MeshFacts, ProductFacts } from "./facts";

/** A connection on which data can be read by others. */
interface OpenConnection {
  readonly to: string;
  readonly value: string;
  readonly fix: string;
}

/** Modes in which the server's word is enough to speak in the clear (libpq, SSL Mode Descriptions). */
const UNENCRYPTED_SSL_MODES: ReadonlySet<string> = new Set(["disable", "allow", "prefer"]);

/** In a protected environment sensitive data travels encrypted. */
export const sensitiveDataIsEncrypted: ContractRule = (contract, product, mesh) => {
  const sensitive = classifiedFields(contract).find(
    ({ classification }) => classification !== undefined && isSensitive(classification, mesh),
  );
  if (sensitive === undefined) return [];

  return mesh.environments
    .filter((environment) => environment.protected)
    .flatMap((environment) =>
      openConnections(environment, product).map(({ to, value, fix }): Problem => ({
        code: "PiiUnprotected",
        severity: "error",
        message:
          `'${fieldName(sensitive)}' is '${sensitive.classification}', ` +
          `but connections to ${to} in '${environment.name}' are not encrypted`,
        value,
        rule: "in a protected environment sensitive data travels encrypted",
        fix: `${fix} for '${environment.name}' in mesh.yaml`,
        at: classificationAt(contract, sensitive),
      })),
    );
};

/** What is at least as sensitive as the least that personal data may be. */
function isSensitive(classification: string, { classifications, personal }: MeshFacts): boolean {
  const ranks = personal.map((each) => classifications.indexOf(each)).filter((rank) => rank >= 0);
  return ranks.length > 0 && classifications.indexOf(classification) >= Math.min(...ranks);
}

function openConnections(environment: EnvironmentFacts, { topic, schema }: ProductFacts): OpenConnection[] {
  const open: OpenConnection[] = [];
  if (topic !== undefined && !environment.kafkaTls) {
    open.push({ to: "Kafka", value: "tls: false", fix: "set kafka.tls to true" });
  }
  if (schema !== undefined && UNENCRYPTED_SSL_MODES.has(environment.postgresSslMode)) {
    open.push({
      to: "Postgres",
      value: `sslMode: ${environment.postgresSslMode}`,
      fix: "set postgres.sslMode to verify-full",
    });
  }
  return open;
}
