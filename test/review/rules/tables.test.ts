import { GENERIC_RULES, KAFKA_RULES, POSTGRESQL_RULES } from "../../../src/review/rules";
import { rulesIn } from "./rows/row";
import { PLANNED } from "./rows/engine";
import { WRITTEN } from "./rows/written";

const RULES = [...KAFKA_RULES, ...POSTGRESQL_RULES, ...GENERIC_RULES];
const IDS = RULES.map(({ id }) => id);

/** Types of Kafka and PostgreSQL that the sample mesh deploys. */
const IN_USE = [
  ...["kafka_topic", "kafka_acl", "kafka_quota", "kafka_user_scram_credential"],
  ...["postgresql_schema", "postgresql_role", "postgresql_grant", "postgresql_default_privileges"],
];

/** Replaced without an argument that forces it, or for the sake of an old broker: no plan of the engine has that. */
const NOT_PLANNED = /\/(replaced|replication-factor-forced)$/;

describe("the tables of rules", () => {
  it("give every rule an id of its own", () => {
    expect(IDS.filter((id, at) => IDS.indexOf(id) !== at)).toEqual([]);
  });

  it("have a test for every rule, and no test for another", () => {
    expect([...rulesIn([...PLANNED, ...WRITTEN])].sort()).toEqual([...IDS].sort());
  });

  it("have a test with the real Terraform for every rule of a type in use", () => {
    const tried = rulesIn(PLANNED);
    const untried = RULES.filter(
      ({ id, types }) => types.some((type) => IN_USE.includes(type)) && !tried.has(id),
    );

    expect(untried.map(({ id }) => id).filter((id) => !NOT_PLANNED.test(id))).toEqual([]);
  });

  it("begin an id with its type", () => {
    const wrong = RULES.filter(({ id, types }) => !id.startsWith(`${types[0] ?? "generic"}/`));

    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it("name a source for every fact", () => {
    expect(RULES.filter(({ source }) => !source.includes("plan-review reference §"))).toEqual([]);
  });
});
