import { effectsOf } from "../../../src/review/rules";
import { renamesOf } from "../../../src/review/renames";
import { planBetween, type Resources } from "../support/engine-plan";

/** Everything that a product's construct makes of Kafka and PostgreSQL, under addresses with a prefix. */
const product = (id: string): Resources => ({
  kafka_topic: { [`${id}_topic`]: { name: "orders.v1", partitions: 3, replication_factor: 3 } },
  kafka_acl: {
    [`${id}_acl`]: {
      ...{ resource_name: "orders.v1", resource_type: "Topic", resource_pattern_type_filter: "Literal" },
      ...{ acl_principal: "User:a", acl_host: "*", acl_operation: "Read", acl_permission_type: "Allow" },
    },
  },
  kafka_quota: {
    [`${id}_quota`]: { entity_name: "a", entity_type: "user", config: { producer_byte_rate: 1 } },
  },
  postgresql_role: { [`${id}_role`]: { name: "reader" } },
  postgresql_schema: { [`${id}_schema`]: { name: "orders" } },
  postgresql_grant: {
    [`${id}_grant`]: {
      ...{ database: "mesh", role: `\${postgresql_role.${id}_role.name}`, object_type: "schema" },
      ...{ schema: `\${postgresql_schema.${id}_schema.name}`, privileges: ["USAGE"] },
    },
  },
  aws_s3_bucket: { [`${id}_bucket`]: { bucket: "orders-data" } },
  aws_s3_bucket_versioning: {
    [`${id}_versioning`]: {
      bucket: `\${aws_s3_bucket.${id}_bucket.bucket}`,
      versioning_configuration: { status: "Enabled" },
    },
  },
  aws_iam_role: { [`${id}_iam`]: { name: "orders", assume_role_policy: "{}" } },
  aws_sns_topic: { [`${id}_sns`]: { name: "alarms" } },
});

const ADDRESSES = Object.entries(product("old")).flatMap(([type, all]) =>
  Object.keys(all).map((name) => [`${type}.${name}`, `${type}.${name.replace("old", "new")}`] as const),
);

describe("a construct that is renamed, on the real Terraform", () => {
  it("is recognised as a whole, and nothing is lost with the entries that are printed", async () => {
    const planned = [...(await planBetween(product("old"), product("new"))).values()];

    const renames = renamesOf(planned);

    expect(renames.map(({ from, to }) => [from, to]).sort()).toEqual([...ADDRESSES].sort());

    const moved = renames.flatMap((rename) => (JSON.parse(rename.moved) as { moved: object[] }).moved);
    const again = [...(await planBetween(product("old"), product("new"), { after: { moved } })).values()];
    const rules = again.flatMap((each) => effectsOf(each).map(({ rule }) => rule));

    expect([...new Set(again.map(({ action }) => action))]).toEqual(["no-op"]);
    expect(rules).toEqual(ADDRESSES.map(() => "generic/moved"));
  });
});
