import { clusterScope, serverScope } from "../../mesh";
import type { RuleProblem } from "../policy-rule";
import type { EnvironmentSubject } from "./subject";

/** Topics and schemas do not say their environment, so that two environments on one server would be one. */
export function* sharing(subjects: readonly EnvironmentSubject[]): Generator<RuleProblem> {
  const users = new Map<string, string>();
  for (const { environment, at } of subjects) {
    const { name, kafka, postgres } = environment;
    const cluster = [clusterScope(environment), ...kafka.bootstrapServers].map((each) => `Kafka ${each}`);
    const server = `Postgres ${serverScope(environment)}`;
    for (const [keys, path, what, value] of [
      [cluster, ["kafka", "bootstrapServers"], "Kafka cluster", clusterScope(environment)],
      [[server], ["postgres", "host"], "Postgres server", postgres.host],
    ] as const) {
      const other = keys.map((key) => users.get(key)).find((user) => user !== undefined && user !== name);
      for (const key of keys) users.set(key, users.get(key) ?? name);
      if (other === undefined) continue;
      yield {
        message: `environments '${other}' and '${name}' share a ${what}, on which their names are the same`,
        value,
        rule: `every environment has a ${what} of its own`,
        fix: `write another ${what} for '${name}'`,
        at: at(...path),
      };
    }
  }
}
