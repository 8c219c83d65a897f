import { PostgresqlProvider } from "@cdktf/provider-postgresql/lib/provider";
import { Construct } from "constructs";
import {
  ADMIN_PASSWORD_VARIABLE,
  DatabaseHygiene,
  DEFAULT_POSTGRES_PORT,
  DEFAULT_POSTGRES_VERSION,
  DEFAULT_SSL_MODE,
  DomainLoginGroup,
  DomainSchema,
  postgresProviderConfig,
} from "../../../constructs/schema";
import { DEV, PROD } from "../../support/fixtures";
import { Template, testStack } from "../../support/template";

describe("the hygiene of a database", () => {
  test("everybody loses the database and the schema public", () => {
    const template = Template.from((stack) => new DatabaseHygiene(stack, "Hygiene", { environment: PROD }));

    expect(template.one("postgresql_grant", "Hygiene_Database").args).toEqual({
      database: "mesh",
      role: "public",
      object_type: "database",
      privileges: [],
    });
    expect(template.one("postgresql_grant", "Hygiene_PublicSchema").args).toEqual({
      database: "mesh",
      role: "public",
      schema: "public",
      object_type: "schema",
      privileges: [],
      depends_on: [template.one("postgresql_grant", "Hygiene_Database").address],
    });
  });
});

describe("a server whose names could be read as something else", () => {
  const postgres = { ...DEV.postgres, database: 'mesh${file("x")}', adminUser: 'a"; DROP ROLE b' };
  const environment = { ...DEV, postgres };
  const problems =
    "[orders/It] database must be letters, digits, '_' and '-', at most 63, got \"mesh${file(\\\"x\\\")}\"; rename it\n" +
    "[orders/It] adminUser must be letters, digits, '_' and '-', at most 63, got \"a\\\"; DROP ROLE b\"; use another user";

  test.each([
    ["DatabaseHygiene", () => new DatabaseHygiene(testStack(), "It", { environment })],
    [
      "DomainLoginGroup",
      () => new DomainLoginGroup(testStack(), "It", { environment, domain: "orders", apps: [] }),
    ],
    ["postgresProviderConfig", () => postgresProviderConfig(new Construct(testStack(), "It"), environment)],
  ])("%s refuses it", (_, define) => {
    expect(define).toThrow(problems);
  });
});

describe("the login groups of a domain", () => {
  test("nobody logs in as the domain's, and its members may connect", () => {
    const template = Template.from((stack) => {
      const hygiene = new DatabaseHygiene(stack, "Hygiene", { environment: PROD });
      new DomainLoginGroup(stack, "LoginGroup", {
        environment: PROD,
        domain: "orders",
        apps: [],
        dependsOn: hygiene.ready,
      });
    });

    const role = template.one("postgresql_role");
    const connect = template.one("postgresql_grant", "LoginGroup");

    expect(role.args).toMatchObject({ name: "orders__login", login: false, superuser: false });
    expect(role.args.depends_on).toEqual([template.one("postgresql_grant", "Hygiene_PublicSchema").address]);
    expect(connect.args).toMatchObject({
      role: "orders__login",
      object_type: "database",
      privileges: ["CONNECT"],
    });
    expect(connect.args.depends_on).toContain(role.address);
  });

  test("every app has a group of its own, which nobody logs in as and which may nothing by itself", () => {
    const template = Template.from((stack) => {
      const { readGroupNames } = new DomainLoginGroup(stack, "LoginGroup", {
        environment: PROD,
        domain: "orders",
        apps: ["order-placed", "report"],
      });
      expect(readGroupNames).toEqual(["orders__reads_order_placed", "orders__reads_report"]);
    });

    const groups = template.resources("postgresql_role", "LoginGroup_Reads_");

    expect(groups.map(({ args }) => args.name)).toEqual([
      "orders__reads_order_placed",
      "orders__reads_report",
    ]);
    for (const { args } of groups) {
      expect(args).toMatchObject({ login: false, superuser: false });
      expect(args.roles).toBeUndefined();
    }
    expect(template.one("postgresql_grant").args.role).toBe("orders__login");
  });

  test("all of them are there before a login of the same stack", () => {
    const template = Template.from((stack) => {
      const { ready } = new DomainLoginGroup(stack, "LoginGroup", {
        environment: PROD,
        domain: "orders",
        apps: ["report"],
      });
      new DomainSchema(stack, "Schema", {
        environment: PROD,
        domain: "orders",
        ports: [],
        apps: [{ app: "report", writes: false }],
        dependsOn: ready,
      });
    });

    expect(template.one("postgresql_role", "Schema_Roles_Apps_report").args.depends_on).toContain(
      template.one("postgresql_role", "LoginGroup_Reads_report").address,
    );
  });

  test("a domain or an app that cannot be named is refused, and an app declared twice", () => {
    const define = () =>
      new DomainLoginGroup(testStack(), "LoginGroup", {
        environment: PROD,
        domain: "Orders",
        apps: ["admin", "report", "report"],
      });

    expect(define).toThrow(
      "[orders/LoginGroup] domain 'Orders' must be lower-case words of letters and digits joined by single hyphens, " +
        "starting with a letter\n" +
        "[orders/LoginGroup] app 'admin' is reserved; choose another name\n" +
        "[orders/LoginGroup] Duplicate: apps report are declared twice; declare each once",
    );
  });
});

describe("the provider", () => {
  const configOf = (environment: typeof PROD) =>
    Template.from((stack) => {
      new PostgresqlProvider(stack, "Postgresql", postgresProviderConfig(stack, environment));
    }).json as { provider: { postgresql: unknown[] }; variable?: Record<string, unknown> };

  test("IAM needs no password", () => {
    const json = configOf(PROD);

    expect(json.provider.postgresql).toEqual([
      {
        scheme: "postgres",
        host: "mesh.example",
        port: DEFAULT_POSTGRES_PORT,
        database: "mesh",
        username: "meshwright",
        sslmode: DEFAULT_SSL_MODE,
        connect_timeout: 30,
        expected_version: DEFAULT_POSTGRES_VERSION,
        superuser: false,
        aws_rds_iam_auth: true,
        aws_rds_iam_region: "eu-central-1",
      },
    ]);
    expect(json.variable).toBeUndefined();
  });

  test("a password comes from a sensitive variable", () => {
    const json = configOf({ ...DEV, postgres: { ...DEV.postgres, port: 6432, version: "17.2.0" } });

    expect(json.provider.postgresql).toEqual([
      expect.objectContaining({
        password: "${var.postgres_admin_password}",
        port: 6432,
        sslmode: "disable",
        expected_version: "17.2.0",
      }),
    ]);
    expect(json.variable).toEqual({ [ADMIN_PASSWORD_VARIABLE]: { type: "string", sensitive: true } });
  });

  test("the documented defaults are the ones used", () => {
    expect([DEFAULT_POSTGRES_PORT, DEFAULT_SSL_MODE, DEFAULT_POSTGRES_VERSION]).toEqual([
      ...[5432, "verify-full", "15.0.0"],
    ]);
  });

  test("a connection that is not safe, or cannot be made, is refused with all its problems", () => {
    const postgres = {
      ...PROD.postgres,
      host: "mesh?sslmode=disable",
      port: 0,
      version: "15",
      sslMode: "disable",
    } as const;

    expect(() => postgresProviderConfig(testStack(), { ...PROD, postgres })).toThrow(
      [
        "[orders] host must be a host name or an IPv4 address, got 'mesh?sslmode=disable'",
        "[orders] port must be a whole number from 1 to 65535, got 0",
        "[orders] version must have three parts such as '15.0.0', got '15'",
        "[orders] sslMode is 'disable' in a protected environment; leave it out, or use 'verify-full'",
      ].join("\n"),
    );
  });
});
