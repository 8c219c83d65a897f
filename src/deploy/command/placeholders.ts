import { PLACEHOLDER } from "../stack-json";

/** The variables by which stacks ask for the administrators' credentials of Kafka and Postgres. */
export const CREDENTIAL_VARIABLES = [
  ...["kafka_username", "kafka_password", "kafka_client_certificate", "kafka_client_key"],
  "postgres_admin_password",
] as const;

/** Values for all of them, for simulated providers: Terraform ignores those that a stack does not ask for. */
export function credentialPlaceholders(): Record<string, string> {
  return Object.fromEntries(CREDENTIAL_VARIABLES.map((name) => [`TF_VAR_${name}`, PLACEHOLDER]));
}
