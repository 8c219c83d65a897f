import {
  DEFAULT_CONNECTION_LIMIT,
  DEFAULT_STATEMENT_TIMEOUT_MS,
  DomainLoginGroup,
  DomainSchema,
  type DomainSchemaProps,
} from "../../../constructs/schema";
import { secretsManagerSecret, variableSecret } from "../../../constructs/secret";
import { analyticsReader, DEV, ordersApp, PROD } from "../../support/fixtures";
import { Template, testStack } from "../../support/template";

const PORT = { product: "order-placed", major: 1 };
const PROPS: DomainSchemaProps = {
  environment: PROD,
  domain: "orders",
  ports: [PORT],
  apps: [
    { app: "order-placed", writes: true },
    { app: "report", writes: false, connectionLimit: 3, statementTimeoutMs: 0 },
  ],
};
const DEV_PROPS: DomainSchemaProps = {
  ...PROPS,
  environment: DEV,
  apps: [{ app: "order-placed", writes: true, secret: variableSecret("order_placed_password", 4) }],
  migratorSecret: secretsManagerSecret("mesh/dev/orders/migrator/postgres", 2),
};

const define = (props: Partial<DomainSchemaProps> = {}) =>
  Template.from((stack) => new DomainSchema(stack, "Schema", { ...PROPS, ...props }));

const withName = (template: Template, type: string, name: string) => {
  const found = template.resources(type).find(({ args }) => args.name === name);
  if (found === undefined) throw new Error(`no ${type} ${name}`);
  return found.args;
};

describe("the roles of a domain", () => {
  const template = define();

  test("there are an owner, two groups and one per port, a migrator and a login per app", () => {
    const names = template.resources("postgresql_role").map(({ args }) => args.name);

    expect(names.sort()).toEqual([
      "orders__app_order_placed",
      "orders__app_report",
      "orders__migrator",
      "orders__order_placed__v1__rw",
      "orders__owner",
      "orders__ro",
      "orders__rw",
    ]);
  });

  test("no role can do anything to the server, and none leaves its tables behind when it is dropped", () => {
    for (const { args } of template.resources("postgresql_role")) {
      expect(args).toMatchObject({
        superuser: false,
        create_role: false,
        create_database: false,
        replication: false,
        bypass_row_level_security: false,
        skip_reassign_owned: false,
      });
    }
  });

  test.each([
    [
      "orders__app_order_placed",
      [
        ...["orders__login", "orders__reads_order_placed", "orders__ro", "orders__rw"],
        ...["orders__order_placed__v1__rw", "rds_iam"],
      ],
    ],
    ["orders__app_report", ["orders__login", "orders__reads_report", "orders__ro", "rds_iam"]],
    ["orders__migrator", ["orders__login", "orders__owner", "rds_iam"]],
  ])("%s logs in by IAM and is a member of %j", (name, roles) => {
    const args = withName(template, "postgresql_role", name);

    expect(args).toMatchObject({ login: true, roles });
    expect(Object.keys(args).filter((key) => key.includes("password"))).toEqual([]);
  });

  test("an app writes every version of the product it is named after, but those that are read-only", () => {
    const ports = [
      ...[PORT, { ...PORT, major: 2 }, { ...PORT, major: 3, readOnly: true }],
      { product: "report", major: 1 },
    ];

    const roles = withName(define({ ports }), "postgresql_role", "orders__app_order_placed")
      .roles as string[];
    const readers = withName(define({ ports }), "postgresql_role", "orders__app_report").roles as string[];

    expect(roles.filter((role) => role.endsWith("__rw"))).toEqual([
      ...["orders__rw", "orders__order_placed__v1__rw", "orders__order_placed__v2__rw"],
    ]);
    expect(readers.filter((role) => role.endsWith("__rw"))).toEqual([]);
  });

  test.each(["orders__owner", "orders__rw", "orders__ro", "orders__order_placed__v1__rw"])(
    "%s never logs in and is a member of nothing",
    (name) => {
      const args = withName(template, "postgresql_role", name);

      expect(args.login).toBe(false);
      expect(args.roles).toBeUndefined();
    },
  );

  test("a login has the documented limits unless others are stated", () => {
    expect([DEFAULT_CONNECTION_LIMIT, DEFAULT_STATEMENT_TIMEOUT_MS]).toEqual([20, 60_000]);
    expect(withName(template, "postgresql_role", "orders__app_order_placed")).toMatchObject({
      connection_limit: 20,
      statement_timeout: 60_000,
    });
    expect(withName(template, "postgresql_role", "orders__app_report")).toMatchObject({
      connection_limit: 3,
      statement_timeout: 0,
    });
  });

  test("memberships are in the roles themselves: an update of a role would revoke any other", () => {
    expect(template.count("postgresql_grant_role")).toBe(0);
  });

  test("passwords are write-only, with the version of the secret", () => {
    const dev = define(DEV_PROPS);

    const app = withName(dev, "postgresql_role", "orders__app_order_placed");
    const migrator = withName(dev, "postgresql_role", "orders__migrator");

    expect(app).toMatchObject({ password_wo: "${var.order_placed_password}", password_wo_version: "4" });
    expect(app.roles).not.toContain("rds_iam");
    expect(migrator.password_wo).toMatch(/^\$\{ephemeral\.aws_secretsmanager_secret_version\./);
    expect(dev.resources("postgresql_role").every(({ args }) => args.password === undefined)).toBe(true);
  });
});

describe("the schemas of a domain", () => {
  test("the private one and one per port belong to the owner", () => {
    const schemas = define().resources("postgresql_schema");

    expect(schemas.map(({ args }) => args.name).sort()).toEqual(["orders", "orders__order_placed__v1"]);
    for (const { args } of schemas) {
      expect(args).toMatchObject({
        owner: "orders__owner",
        database: "mesh",
        if_not_exists: false,
        drop_cascade: false,
        lifecycle: { prevent_destroy: true },
      });
      expect(args.policy).toBeUndefined();
    }
  });

  test("without a private schema, names without a schema find nothing", () => {
    const template = define({ privateSchema: false });

    expect(template.one("postgresql_schema").args.name).toBe("orders__order_placed__v1");
    expect(withName(template, "postgresql_role", "orders__app_report").search_path).toEqual(["pg_catalog"]);
  });

  test("in a protected environment the owner and the schemas cannot be destroyed, in another they can", () => {
    const guarded = (template: Template) =>
      template
        .resources()
        .filter(({ args }) => args.lifecycle !== undefined)
        .map(({ args }) => args.name)
        .sort();

    expect(guarded(define())).toEqual(["orders", "orders__order_placed__v1", "orders__owner"]);
    expect(guarded(define(DEV_PROPS))).toEqual([]);
    expect(guarded(define({ retain: false }))).toEqual([]);
  });

  test("tables go with their schema only where that is allowed", () => {
    const template = define({ retain: false, allowDestroy: true });

    expect(template.resources("postgresql_schema").map(({ args }) => args.drop_cascade)).toEqual([
      true,
      true,
    ]);
  });

  test("a port that may be destroyed is not kept and goes with its tables; the others stay as they are", () => {
    const template = define({ ports: [PORT, { ...PORT, major: 2, destroyable: true }] });
    const schemas = template.resources("postgresql_schema");

    expect(
      Object.fromEntries(
        schemas.map(({ args }) => [args.name, [args.drop_cascade, args.lifecycle !== undefined]]),
      ),
    ).toEqual({
      orders: [false, true],
      orders__order_placed__v1: [false, true],
      orders__order_placed__v2: [true, false],
    });
  });
});

describe("the grants of a domain", () => {
  const template = Template.from((stack) => {
    const schema = new DomainSchema(stack, "Schema", PROPS);
    for (const app of ["reader", "reader", "forecast"]) schema.grantRead({ ...analyticsReader, app }, PORT);
  });
  const grants = template.resources("postgresql_grant").map(({ args }) => args);
  const defaults = template.resources("postgresql_default_privileges").map(({ args }) => args);

  test("one grant is given per role, schema and kind of object, and none names objects", () => {
    const keys = grants.map(({ role, schema, object_type }) => JSON.stringify([role, schema, object_type]));

    expect(new Set(keys).size).toBe(keys.length);
    expect(grants.every(({ objects }) => objects === undefined)).toBe(true);
  });

  test.each([
    ["orders__ro", "schema", ["USAGE"]],
    ["orders__ro", "table", ["SELECT"]],
    ["orders__order_placed__v1__rw", "schema", ["USAGE"]],
    ["orders__order_placed__v1__rw", "table", ["DELETE", "INSERT", "SELECT", "UPDATE"]],
    ["orders__order_placed__v1__rw", "sequence", ["SELECT", "USAGE"]],
    ["analytics__reads_reader", "schema", ["USAGE"]],
    ["analytics__reads_reader", "table", ["SELECT"]],
    ["analytics__reads_forecast", "schema", ["USAGE"]],
    ["analytics__reads_forecast", "table", ["SELECT"]],
  ])("%s has on the %s of a port: %j", (role, type, privileges) => {
    const grant = grants.find(
      (args) => args.role === role && args.object_type === type && args.schema === "orders__order_placed__v1",
    );

    expect(grant?.privileges).toEqual(privileges);
  });

  test("nobody else has anything in a port, and the writers of the private schema are there alone", () => {
    const rolesIn = (schema: string) =>
      [...new Set(grants.filter((args) => args.schema === schema).map(({ role }) => role))].sort();

    expect(rolesIn("orders")).toEqual(["orders__ro", "orders__rw"]);
    expect(rolesIn("orders__order_placed__v1")).toEqual([
      ...["analytics__reads_forecast", "analytics__reads_reader"],
      ...["orders__order_placed__v1__rw", "orders__ro"],
    ]);
  });

  test("what is granted on existing tables and sequences is the default for those to come", () => {
    const shape = ({ role, schema, object_type, privileges }: Record<string, unknown>) => ({
      ...{ role, schema, object_type, privileges },
    });
    const onObjects = grants.filter(({ object_type }) => object_type !== "schema").map(shape);

    expect(defaults.filter(({ role }) => role !== "public").map(shape)).toEqual(
      expect.arrayContaining(onObjects),
    );
    expect(defaults).toHaveLength(onObjects.length + 1);
    expect(defaults.every(({ owner }) => owner === "orders__owner")).toBe(true);
  });

  test("nobody executes functions by default, in any schema", () => {
    const args = defaults.find(({ role }) => role === "public");

    expect(args).toMatchObject({ owner: "orders__owner", object_type: "function", privileges: [] });
    expect(args?.schema).toBeUndefined();
  });

  test("everything that changes access waits in one row", () => {
    const row = template
      .resources()
      .filter(({ type }) => type !== "postgresql_role")
      .map(({ address, args }) => ({
        address,
        before: ((args.depends_on ?? []) as string[]).filter((one) => !one.startsWith("postgresql_role.")),
      }));

    const first = row.filter(({ before }) => before.length === 0);
    const waitedFor = row.flatMap(({ before }) => before);

    expect(first).toHaveLength(1);
    expect(row.every(({ before }) => before.length <= 1)).toBe(true);
    expect(new Set(waitedFor).size).toBe(row.length - 1);
  });

  test("two constructs of one stack wait in the same row, databases in rows of their own", () => {
    const two = Template.from((stack) => {
      new DomainSchema(stack, "Orders", PROPS);
      new DomainLoginGroup(stack, "Sales", { environment: PROD, domain: "sales", apps: [] });
      const other = { ...PROD, postgres: { ...PROD.postgres, database: "other" } };
      new DomainLoginGroup(stack, "Traffic", { environment: other, domain: "traffic", apps: [] });
    });

    expect(two.one("postgresql_grant", "Sales_Connect").args.depends_on).toEqual([
      two.one("postgresql_role", "Sales_").address,
      two.one("postgresql_default_privileges", "Orders_Ports_order-placedv1_Writer_FutureSequences").address,
    ]);
    expect(two.one("postgresql_grant", "Traffic_Connect").args.depends_on).toEqual([
      two.one("postgresql_role", "Traffic_").address,
    ]);
  });
});

describe("granting", () => {
  const schema = new DomainSchema(testStack(), "Schema", PROPS);

  test("a grant says who may read what", () => {
    expect(schema.grantRead(analyticsReader, PORT)).toEqual({
      grantee: analyticsReader,
      actions: ["USAGE", "SELECT"],
      resources: ["orders__order_placed__v1"],
      statements: [],
    });
  });

  test("a domain is not granted what it owns", () => {
    expect(() => schema.grantRead(ordersApp, PORT)).toThrow(
      "[orders/Schema] SelfConsumption: domain 'orders' reads its own schemas already; leave the grant out",
    );
  });

  test("a port that is not there cannot be granted", () => {
    expect(() => schema.grantRead(analyticsReader, { product: "order-placed", major: 2 })).toThrow(
      "[orders/Schema] UnknownVersion: domain 'orders' has no schema port 'order-placed.v2'; it has order-placed.v1",
    );
  });

  test("an app of another environment gets nothing", () => {
    expect(() => schema.grantRead({ ...analyticsReader, site: DEV.site }, PORT)).toThrow(
      "[orders/Schema] EnvMismatch: app 'analytics/reader' is of environment 'dev', the schema of 'prod'; " +
        "grant to the app of the same environment",
    );
  });

  test("the names of a port are known anywhere", () => {
    expect(DomainSchema.fromPort("orders", PORT)).toEqual({
      schemaName: "orders__order_placed__v1",
      ownerRoleName: "orders__owner",
      writerRoleName: "orders__order_placed__v1__rw",
    });
    expect(schema.schemaName(PORT)).toBe("orders__order_placed__v1");
    expect(schema.loginName("report")).toBe("orders__app_report");
    expect(schema).toMatchObject({
      privateSchemaName: "orders",
      schemaNames: ["orders__order_placed__v1"],
      ownerRoleName: "orders__owner",
      writerRoleName: "orders__rw",
      readerRoleName: "orders__ro",
      migratorLoginName: "orders__migrator",
    });
  });
});
