import { BoundaryStack } from "../../stacks/boundary";
import { localState } from "../../stacks/state";
import { DEV, VENDOR_SITE } from "../support/fixtures";
import { boundaryProps, synthesised } from "./fixtures";

describe("the boundary stack of a domain in prod", () => {
  const stack = synthesised((app) => new BoundaryStack(app, "orders-boundary", boundaryProps));

  test("has a state of its own", () => {
    expect(stack.json.terraform).toMatchObject({ backend: { s3: { key: "prod/orders-boundary" } } });
  });

  test("holds the three boundaries under the path no domain can write", () => {
    const boundaries = stack
      .resources("aws_iam_policy")
      .filter(({ args }) => String(args.name).includes("-boundary"));

    expect(boundaries.map(({ args }) => [args.path, args.name]).sort()).toEqual([
      ["/mesh-guard/", "prod-orders-boundary"],
      ["/mesh-guard/", "prod-orders-boundary-admin"],
      ["/mesh-guard/", "prod-orders-boundary-deploy"],
    ]);
  });

  test("trusts the CI environment of this domain alone", () => {
    const role = stack.one("aws_iam_role");
    const trust = JSON.parse(String(role.args.assume_role_policy)) as { Statement: unknown[] };

    expect(trust.Statement).toEqual([
      {
        Sid: "TrustSubjects",
        Effect: "Allow",
        Principal: {
          Federated: "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com",
        },
        Action: "sts:AssumeRoleWithWebIdentity",
        Condition: {
          StringEquals: {
            "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
            "token.actions.githubusercontent.com:sub": "repo:shop/mesh:environment:prod-orders",
          },
        },
      },
    ]);
  });

  test("leaves quotas to the platform's default, since no quota of an app names a session of IAM", () => {
    expect(stack.count("kafka_quota")).toBe(0);
  });

  test("gives the domain a Postgres login group, and every app a group for what others share with it", () => {
    const groups = stack.resources("postgresql_role").map(({ args }) => [args.name, args.login]);

    expect(groups.sort()).toEqual([
      ["orders__login", false],
      ["orders__reads_order_placed", false],
      ["orders__reads_reader", false],
    ]);
  });

  test("has no secret, since there are no passwords", () => {
    expect(stack.count("aws_secretsmanager_secret")).toBe(0);
  });
});

describe("the boundary stack of a domain in dev, with passwords", () => {
  const imports = boundaryProps.imports?.map((entry) => ({ ...entry, site: DEV.site }));
  const stack = synthesised(
    (app) =>
      new BoundaryStack(app, "orders-boundary", {
        ...boundaryProps,
        environment: DEV,
        state: localState(),
        imports,
        deploy: undefined,
      }),
  );

  test("defines where the passwords of the apps and of the migrator are kept, and no value", () => {
    expect(
      stack
        .resources("aws_secretsmanager_secret")
        .map(({ args }) => args.name)
        .sort(),
    ).toEqual([
      "mesh/dev/orders/migrator/postgres",
      "mesh/dev/orders/order-placed/kafka",
      "mesh/dev/orders/order-placed/postgres",
      "mesh/dev/orders/reader/kafka",
      "mesh/dev/orders/reader/postgres",
    ]);
    expect(stack.count("aws_secretsmanager_secret_version")).toBe(0);
  });

  test("gives every app a quota", () => {
    expect(stack.resources("kafka_quota").map(({ args }) => args.entity_name)).toEqual([
      "orders.order-placed",
      "orders.reader",
    ]);
  });

  test("has no deploy role when no CI is trusted", () => {
    expect(stack.count("aws_iam_role")).toBe(0);
  });
});

describe("a domain that has an account of its own", () => {
  const stack = synthesised(
    (app) =>
      new BoundaryStack(app, "erp-boundary", {
        ...boundaryProps,
        domain: "erp",
        site: VENDOR_SITE,
        ownsAccount: true,
      }),
  );

  test("brings what the platform's stack defines for the platform's account", () => {
    expect(stack.one("aws_s3_bucket").args.bucket).toBe("shop-prod-platform-logs-777788889999-eu-central-1");
    expect(stack.one("aws_iam_openid_connect_provider").args.url).toBe(
      "https://token.actions.githubusercontent.com",
    );
  });

  test("is deployed with credentials of that account only", () => {
    expect(stack.json.provider).toMatchObject({ aws: [{ allowed_account_ids: ["777788889999"] }] });
  });
});
