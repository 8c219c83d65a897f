import { DomainStack } from "../../stacks/domain";
import { localState } from "../../stacks/state";
import { PROD } from "../support/fixtures";
import { devOrdersProps, ordersProps, synthesised } from "./fixtures";

describe("the stack of a domain in prod", () => {
  const stack = synthesised((app) => new DomainStack(app, "orders", ordersProps));
  const { terraform, provider } = stack.json as Record<string, Record<string, unknown>>;

  test("keeps its state under environment and stack, locked by a file beside it", () => {
    expect(terraform?.backend).toEqual({
      s3: {
        bucket: "shop-terraform-state",
        key: "prod/orders",
        region: "eu-central-1",
        encrypt: true,
        use_lockfile: true,
      },
    });
  });

  test("is refused with credentials of another account", () => {
    expect(provider?.aws).toEqual([
      expect.objectContaining({ allowed_account_ids: ["111122223333"], region: "eu-central-1" }),
    ]);
  });

  test("tags everything with domain, environment and owner", () => {
    expect(provider?.aws).toEqual([
      expect.objectContaining({
        default_tags: [
          {
            tags: {
              "mesh:domain": "orders",
              "mesh:env": "prod",
              "mesh:managed-by": "meshwright",
              "mesh:owner": "order-management",
            },
          },
        ],
      }),
    ]);
  });

  test("reads no other stack's state and looks nothing up", () => {
    expect(stack.json.data).toBeUndefined();
    expect(JSON.stringify(stack.json)).not.toContain("terraform_remote_state");
  });

  test("tells consumers what they need to find a port", () => {
    expect(stack.outputs()).toEqual({
      order_placed_v1: { value: { topic: "orders.order-placed.v1", schema: "orders__order_placed__v1" } },
      order_placed_v2: {
        value: {
          topic: "orders.order-placed.v2",
          bucket: "shop-prod-orders-111122223333-eu-central-1",
          prefix: "products/order-placed/v2/",
          schema: "orders__order_placed__v2",
        },
      },
    });
  });

  test("has two majors of a product side by side", () => {
    const topics = stack.resources("kafka_topic").map(({ args }) => args.name);

    expect(topics.sort()).toEqual([
      "orders.order-placed.v1",
      "orders.order-placed.v2",
      "orders.order-placed.v2.dlq",
      "orders.order-placed.v2.retry.1",
      "orders.order-placed.v2.retry.2",
    ]);
  });

  test.each(["kafka_topic", "aws_s3_bucket", "aws_kms_key", "postgresql_schema"])(
    "refuses to destroy a %s",
    (type) => {
      for (const { args } of stack.resources(type))
        expect(args.lifecycle).toMatchObject({ prevent_destroy: true });
    },
  );

  test("gives one role to both majors of a product", () => {
    expect(stack.one("aws_iam_role").args).toMatchObject({
      name: "prod-orders--order-placed",
      path: "/mesh/prod/orders/app/",
      permissions_boundary: "arn:aws:iam::111122223333:policy/mesh-guard/prod-orders-boundary",
    });
  });

  test("leaves access to topics to IAM and has no password anywhere", () => {
    expect(stack.count("kafka_acl")).toBe(0);
    expect(stack.count("kafka_user_scram_credential")).toBe(0);
    expect(stack.json.ephemeral).toBeUndefined();
    expect(stack.json.variable).toBeUndefined();
  });

  test("pages the platform too when something is urgent", () => {
    const page = stack.one("aws_cloudwatch_metric_alarm", "Monitoring_order-placedv2_availabilityburn-quick");

    expect(page.args.alarm_actions).toEqual([
      expect.stringMatching(/^\$\{aws_sns_topic\.Alerts_\w+\.arn\}$/),
      "arn:aws:sns:eu-central-1:111122223333:mesh-prod-alerts",
    ]);
  });
});

describe("the same domain in dev, with passwords", () => {
  const stack = synthesised((app) => new DomainStack(app, "orders", devOrdersProps));

  test("keeps its state in a file beside the output, by a path that is the same on every machine", () => {
    expect(stack.json.terraform).toMatchObject({
      backend: { local: { path: "../../../.meshwright/state/dev/orders.tfstate" } },
    });
  });

  test("writes passwords from ephemeral secrets into write-only arguments alone", () => {
    const login = stack.one("postgresql_role", "Foundation_Schema_Roles_Apps_order-placed");
    const credential = stack.one("kafka_user_scram_credential");

    expect(login.args).toMatchObject({
      password_wo:
        "${ephemeral.aws_secretsmanager_secret_version.mesh_dev_orders_order_placed_postgres.secret_string}",
      password_wo_version: "1",
    });
    expect(login.args.password).toBeUndefined();
    expect(credential.args).toMatchObject({
      username: "orders.order-placed",
      password_wo:
        "${ephemeral.aws_secretsmanager_secret_version.mesh_dev_orders_order_placed_kafka.secret_string}",
    });
    expect(credential.args.password).toBeUndefined();
  });

  test("takes Terraform's own credentials from sensitive variables", () => {
    expect(stack.json.variable).toEqual({
      kafka_username: { sensitive: true, type: "string" },
      kafka_password: { sensitive: true, type: "string" },
      postgres_admin_password: { sensitive: true, type: "string" },
    });
  });

  test("has one ACL for the transactions of an app, whatever the number of its ports", () => {
    const acls = stack
      .resources("kafka_acl")
      .map(({ args }) =>
        JSON.stringify([args.acl_principal, args.acl_operation, args.resource_type, args.resource_name]),
      );

    expect(new Set(acls).size).toBe(acls.length);
    expect(
      stack.resources("kafka_acl").filter(({ args }) => args.resource_type === "TransactionalID"),
    ).toHaveLength(2);
  });

  test("lets the data go when asked to", () => {
    for (const { args } of stack.resources("kafka_topic")) expect(args.lifecycle).toBeUndefined();
  });
});

describe("what a stack does not take", () => {
  test("a protected environment with local state", () => {
    const define = () =>
      synthesised(
        (app) => new DomainStack(app, "orders", { ...ordersProps, environment: PROD, state: localState() }),
      );

    expect(define).toThrow(
      "[orders] environment 'prod' is protected and has no state bucket; set state.bucket, local state is for unprotected environments",
    );
  });

  test("a product without a port", () => {
    const define = () =>
      synthesised(
        (app) =>
          new DomainStack(app, "orders", { ...ordersProps, products: [{ product: "empty", major: 1 }] }),
      );

    expect(define).toThrow(
      "[orders/Products/empty.v1] product 'empty.v1' has no port; give it a topic, a bucket or a schema",
    );
  });
});

describe("what a stack asks of Terraform", () => {
  test.each([
    ["prod", ordersProps, ">= 1.10"],
    ["dev, with passwords", devOrdersProps, ">= 1.11"],
  ])("%s", (_environment, props, version) => {
    const { json } = synthesised((app) => new DomainStack(app, "orders", props));

    expect(json.terraform).toMatchObject({ required_version: version });
  });
});

describe("passwords that were changed", () => {
  test("are sent again when their version goes up", () => {
    const environment = { ...devOrdersProps.environment, passwordVersion: 3 };
    const stack = synthesised((app) => new DomainStack(app, "orders", { ...devOrdersProps, environment }));

    expect(stack.one("kafka_user_scram_credential").args.password_wo_version).toBe("3");
    expect(stack.one("postgresql_role", "Foundation_Schema_Roles_Migrator").args.password_wo_version).toBe(
      "3",
    );
  });
});

describe("people who deploy by hand", () => {
  const operator =
    "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Platform_0123456789abcdef";
  const environment = { ...PROD, operatorRoleArns: [operator] };
  const stack = synthesised((app) => new DomainStack(app, "orders", { ...ordersProps, environment }));
  const { Statement } = JSON.parse(String(stack.one("aws_s3_bucket_policy").args.policy)) as {
    Statement: { Sid: string; Condition?: { ArnNotLike?: { "aws:PrincipalArn": string[] } } }[];
  };
  const welcomeIn = (sid: string) =>
    Statement.find(({ Sid }) => Sid === sid)?.Condition?.ArnNotLike?.["aws:PrincipalArn"].includes(operator);

  test("may configure a bucket and read nothing in it", () => {
    expect(welcomeIn("DenyOtherPrincipals")).toBe(true);
    expect(welcomeIn("DenyOtherReads")).toBe(false);
  });

  test("are named one by one", () => {
    const everyone = { ...PROD, operatorRoleArns: ["arn:aws:iam::111122223333:role/*"] };

    expect(() =>
      synthesised((app) => new DomainStack(app, "orders", { ...ordersProps, environment: everyone })),
    ).toThrow(
      `operatorRoleArns must be ARNs of roles, a '*' only behind a name's first four characters, got ["arn:aws:iam::111122223333:role/*"]`,
    );
  });
});

describe("a product that is retired", () => {
  const stack = synthesised(
    (app) =>
      new DomainStack(app, "orders", {
        ...ordersProps,
        imports: [],
        products: [
          {
            product: "order-placed",
            major: 1,
            lifecycle: "retired",
            topic: {},
            slo: { freshnessSeconds: 600 },
          },
        ],
      }),
  );

  test("has no app any more, so that nobody writes it", () => {
    expect(stack.count("aws_iam_role")).toBe(0);
  });

  test("has a schema that nobody writes, and that is dropped with its tables where it may be destroyed", () => {
    const retired = { product: "order-placed", major: 1, lifecycle: "retired", schema: true } as const;
    const live = { product: "order-placed", major: 2, schema: true };
    const template = synthesised(
      (app) =>
        new DomainStack(app, "orders", {
          ...ordersProps,
          products: [{ ...retired, destroyable: true }, live],
        }),
    );

    const schemas = template.resources("postgresql_schema").map(({ args }) => {
      return [args.name, { cascade: args.drop_cascade, kept: args.lifecycle !== undefined }];
    });
    const members = (group: string) =>
      template
        .resources("postgresql_role")
        .filter(({ args }) => ((args.roles ?? []) as string[]).includes(group))
        .map(({ args }) => args.name);

    expect(Object.fromEntries(schemas)).toEqual({
      orders: { cascade: false, kept: true },
      orders__order_placed__v1: { cascade: true, kept: false },
      orders__order_placed__v2: { cascade: false, kept: true },
    });
    expect(members("orders__order_placed__v1__rw")).toEqual([]);
    expect(members("orders__order_placed__v2__rw")).toEqual(["orders__app_order_placed"]);
  });

  test("keeps its topic and raises no alarm", () => {
    expect(stack.count("kafka_topic")).toBe(1);
    expect(stack.count("aws_cloudwatch_metric_alarm")).toBe(0);
  });
});

describe("a stack under another id than its domain's name", () => {
  test("is refused, since its state and cdktf deploy go by the id", () => {
    expect(() => synthesised((app) => new DomainStack(app, "other", ordersProps))).toThrow(
      "[other] the stack's id must be 'orders', got 'other'; its state and others find it by that name",
    );
  });
});
