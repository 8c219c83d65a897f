import { accessChanges } from "../../../src/review/access";
import { plain, UNKNOWN, type Value } from "../../../src/review/model";
import { change } from "../support/change";

type Fields = Readonly<Record<string, Value>>;

/** What is told of one change, from some values to others. */
const told = (type: string, before: Fields | null, after: Fields | null): string[] =>
  accessChanges(change({ type, before, after })).map(
    ({ direction, sentence }) => `${direction}: ${plain(sentence)}`,
  );

const ACL = {
  ...{
    acl_principal: "User:traffic.campaign",
    acl_operation: "Read",
    acl_permission_type: "Allow",
    acl_host: "*",
  },
  ...{
    resource_type: "Topic",
    resource_name: "orders.order-placed.v2",
    resource_pattern_type_filter: "Literal",
  },
};

describe("Kafka", () => {
  test.each<[string, Fields, string]>([
    ["one topic", {}, "`User:traffic.campaign` may read topic `orders.order-placed.v2`"],
    [
      "a prefix",
      { resource_pattern_type_filter: "Prefixed", resource_name: "orders.", resource_type: "Group" },
      "`User:traffic.campaign` may read consumer groups that start with `orders.`",
    ],
    ["all topics", { resource_name: "*" }, "`User:traffic.campaign` may read every topic"],
    ["anyone", { acl_principal: "User:*" }, "anyone may read topic `orders.order-placed.v2`"],
    [
      "a host",
      { acl_host: "10.0.0.1" },
      "`User:traffic.campaign` may read topic `orders.order-placed.v2` if `host` is `10.0.0.1`",
    ],
    [
      "all operations",
      { acl_operation: "All" },
      "`User:traffic.campaign` may do anything with topic `orders.order-placed.v2`",
    ],
    [
      "a principal that is not known",
      { acl_principal: UNKNOWN },
      "`(known after apply)` may read topic `orders.order-placed.v2`",
    ],
  ])("an ACL for %s is told when it comes", (_, more, sentence) => {
    expect(told("kafka_acl", null, { ...ACL, ...more })).toEqual([`gained: ${sentence}`]);
  });

  test("what an ACL that goes allowed is lost, and what it denied is gained", () => {
    const deny = { ...ACL, acl_permission_type: "Deny" };

    expect(told("kafka_acl", ACL, null)).toEqual([
      "lost: `User:traffic.campaign` may no longer read topic `orders.order-placed.v2`",
    ]);
    expect(told("kafka_acl", deny, null)).toEqual([
      "gained: `User:traffic.campaign` is no longer denied to read topic `orders.order-placed.v2`",
    ]);
    expect(told("kafka_acl", null, deny)).toEqual([
      "lost: `User:traffic.campaign` is now denied to read topic `orders.order-placed.v2`",
    ]);
  });

  test("a name with a wildcard in it is only a name", () => {
    const [literal, prefix] = ["orders.*", "orders."];

    expect(
      told(
        "kafka_acl",
        { ...ACL, resource_type: "Group", resource_name: literal },
        { ...ACL, resource_type: "Group", resource_name: prefix, resource_pattern_type_filter: "Prefixed" },
      ),
    ).toEqual([
      "gained: `User:traffic.campaign` may read consumer groups that start with `orders.`, before only consumer group `orders.*`",
    ]);
  });
});

describe("Postgres", () => {
  const GRANT = {
    ...{
      role: "erp__login",
      database: "mesh",
      schema: "orders",
      object_type: "table",
      objects: [],
      columns: [],
    },
    ...{ privileges: ["SELECT"], with_grant_option: false },
  };

  test.each<[string, string, Fields, string[]]>([
    [
      "a grant",
      "postgresql_grant",
      GRANT,
      ["gained: role `erp__login` may `SELECT` on all tables of schema `orders` of database `mesh`"],
    ],
    [
      "a grant on some columns",
      "postgresql_grant",
      { ...GRANT, objects: ["lines"], columns: ["price", "id"] },
      [
        "gained: role `erp__login` may `SELECT` on columns `id` and `price` of tables `lines` of schema `orders` of database `mesh`",
      ],
    ],
    [
      "a grant that can be handed on",
      "postgresql_grant",
      { ...GRANT, with_grant_option: true },
      [
        "gained: role `erp__login` may `SELECT` (and hand it on) on all tables of schema `orders` of database `mesh`",
      ],
    ],
    [
      "a grant of nothing to everybody",
      "postgresql_grant",
      { ...GRANT, role: "public", object_type: "database", schema: null, privileges: [] },
      ["lost: anyone has no privileges left on database `mesh`"],
    ],
    [
      "default privileges",
      "postgresql_default_privileges",
      { ...GRANT, owner: "orders__owner" },
      [
        "gained: role `erp__login` may `SELECT` on tables that `orders__owner` will make in schema `orders` of database `mesh`",
      ],
    ],
    [
      "a membership with the right to hand it on",
      "postgresql_grant_role",
      { role: "erp__login", grant_role: "orders__rw", with_admin_option: true },
      ["gained: role `erp__login` may act as and let others act as role `orders__rw`"],
    ],
    [
      "a superuser",
      "postgresql_role",
      { name: "root", superuser: true, login: true, roles: ["orders__rw"] },
      [
        "gained: role `root` may act as role `orders__rw`",
        "gained: role `root` may log in and do anything on the server, as a superuser",
      ],
    ],
    [
      "an owner",
      "postgresql_schema",
      { name: "orders", owner: "orders__owner", database: "mesh" },
      ["gained: role `orders__owner` may do anything, as its owner, with schema `orders` of database `mesh`"],
    ],
  ])("%s is told", (_, type, values, lines) => {
    expect(told(type, null, values)).toEqual(lines);
  });

  test.each(["create_role", "create_database", "replication", "bypass_row_level_security", "superuser"])(
    "a role that gets %s gains something",
    (flag) => {
      expect(told("postgresql_role", { name: "x", [flag]: false }, { name: "x", [flag]: true })).toEqual([
        expect.stringMatching(/^gained: role `x` may /),
      ]);
    },
  );

  test("more privileges are gained, fewer are lost, and the rest is not told", () => {
    const after = { ...GRANT, privileges: ["INSERT"] };

    expect(told("postgresql_grant", GRANT, after)).toEqual([
      "gained: role `erp__login` may `INSERT` on all tables of schema `orders` of database `mesh`",
      "lost: role `erp__login` may no longer `SELECT` on all tables of schema `orders` of database `mesh`",
    ]);
  });
});
