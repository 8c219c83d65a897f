import fc from "fast-check";
import {
  APP_SERVICES,
  AppRole,
  DEFAULT_APP_TRUST,
  DEFAULT_SESSION_SECONDS,
  type AppRoleProps,
  type ImportedPort,
  type ProductPort,
} from "../../../constructs/access";
import { CLUSTER_ARN, DEV, PROD, VENDOR_SITE } from "../../support/fixtures";
import { policiesOf } from "../../support/iam-matrix";
import { Template } from "../../support/template";

const { site } = PROD;
const produced: ProductPort = { product: "order-placed", major: 1, topic: true, bucket: true };
const consumed: ImportedPort = {
  ...{ domain: "users", site, product: "user-profile", major: 2 },
  ...{ topic: true, bucket: true },
};

const define = (props: Partial<AppRoleProps> = {}) =>
  Template.from((stack) => {
    new AppRole(stack, "App", { environment: PROD, domain: "orders", app: "order-placed", ...props });
  });

const statementsOf = (template: Template, use: "run" | "produce" | "consume") =>
  policiesOf([template.json]).documents[`policy:/mesh/prod/orders/app/prod-orders--order-placed--${use}`]
    ?.Statement ?? [];

const sidsOf = (template: Template, use: "run" | "produce" | "consume") =>
  statementsOf(template, use).map(({ Sid }) => Sid);

const trustOf = (template: Template) =>
  policiesOf([template.json]).documents["trust:/mesh/prod/orders/app/prod-orders--order-placed"]?.Statement;

describe("AppRole", () => {
  test("is bounded by the domain's app boundary, by its computed ARN", () => {
    expect(define().one("aws_iam_role").args).toMatchObject({
      name: "prod-orders--order-placed",
      path: "/mesh/prod/orders/app/",
      permissions_boundary: "arn:aws:iam::111122223333:policy/mesh-guard/prod-orders-boundary",
      max_session_duration: DEFAULT_SESSION_SECONDS,
      force_detach_policies: true,
    });
    expect(DEFAULT_SESSION_SECONDS).toBe(3600);
  });

  test("says who it is without a token", () => {
    Template.from((stack) => {
      const role = new AppRole(stack, "App", { environment: PROD, domain: "orders", app: "order-placed" });

      expect(role.identity).toEqual({ domain: "orders", app: "order-placed", site });
      expect(role.roleArn).toBe(
        "arn:aws:iam::111122223333:role/mesh/prod/orders/app/prod-orders--order-placed",
      );
    });
  });

  test("has managed policies only, one per use, and none without a use", () => {
    const both = define({ produces: [produced], consumes: [consumed] });

    expect(both.resources("aws_iam_policy").map(({ args }) => args.name)).toEqual([
      "prod-orders--order-placed--consume",
      "prod-orders--order-placed--produce",
      "prod-orders--order-placed--run",
    ]);
    expect(both.count("aws_iam_role_policy_attachment")).toBe(3);
    expect(define().count("aws_iam_policy")).toBe(1);
    expect(both.addresses().filter((address) => address.startsWith("aws_iam_role_policy."))).toEqual([]);
  });

  test("trusts the services that run apps, acting for the domain's account, unless told otherwise", () => {
    expect(DEFAULT_APP_TRUST).toEqual({ services: APP_SERVICES });
    expect(trustOf(define())).toEqual([
      {
        Sid: "TrustServices",
        Effect: "Allow",
        Principal: { Service: APP_SERVICES },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
      },
    ]);
  });

  test("trusts a role of another account with an external id", () => {
    const roleArns = ["arn:aws:iam::777788889999:role/vendor/loader"];

    expect(trustOf(define({ trust: { roleArns, externalId: "orders-2026" } }))).toEqual([
      {
        Sid: "TrustRoles",
        Effect: "Allow",
        Principal: { AWS: roleArns[0] },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "sts:ExternalId": "orders-2026" } },
      },
    ]);
  });

  test("writes one major of a product, and no other", () => {
    const topics = statementsOf(define({ produces: [produced] }), "produce").find(
      ({ Sid }) => Sid === "ProduceTopics",
    );

    const prefix = CLUSTER_ARN.replace(":cluster/", ":topic/");
    expect(topics?.Resource).toEqual([
      `${prefix}/orders.order-placed.v1`,
      `${prefix}/orders.order-placed.v1.*`,
    ]);
  });

  test("groups statements per kind, however many ports there are", () => {
    const consumes = [consumed, { ...consumed, product: "address" }, { ...consumed, domain: "erp" }];
    const produces = [produced, { ...produced, major: 2 }];
    const template = define({ consumes, produces });

    expect(sidsOf(template, "consume")).toEqual([
      ...["ConsumeTopics", "ConsumeObjects", "ConsumeList", "ConsumeKeys"],
    ]);
    expect(sidsOf(template, "produce")).toEqual([
      ...["ProduceIdempotently", "ProduceTopics", "ReadRetries", "ProduceTransactions"],
      ...["ProduceObjects", "ProduceKey"],
    ]);
  });

  test("says nothing of ports that do not exist", () => {
    const template = define({
      produces: [{ ...produced, bucket: false }],
      consumes: [{ ...consumed, topic: false }],
    });

    expect(sidsOf(template, "produce")).not.toContain("ProduceObjects");
    expect(sidsOf(template, "consume")).toEqual(["ConsumeObjects", "ConsumeList", "ConsumeKeys"]);
  });

  test("leaves Kafka and Postgres to ACLs and passwords where these guard them", () => {
    const consumes = [{ ...consumed, site: DEV.site }];
    const template = define({ environment: DEV, produces: [produced], consumes, database: true });
    const documents = policiesOf([template.json]).documents;

    expect(JSON.stringify(documents)).not.toMatch(/kafka-cluster|rds-db/);
  });

  test("connects to Kafka only when it has a topic to write or to read", () => {
    const withoutTopic = define({ produces: [{ ...produced, topic: false }] });

    expect(sidsOf(withoutTopic, "run")).not.toContain("Kafka");
    expect(sidsOf(define({ consumes: [consumed] }), "run")).toEqual(
      expect.arrayContaining(["Kafka", "KafkaGroups"]),
    );
  });

  test("connects to Postgres as itself only when asked to", () => {
    expect(sidsOf(define(), "run")).toEqual(["Logs", "Metrics", "Secrets", "SecretsKey"]);
    expect(statementsOf(define({ database: true }), "run").at(-1)?.Resource).toBe(
      "arn:aws:rds-db:eu-central-1:111122223333:dbuser:db-ABCDEFGHIJKL01234/orders__app_order_placed",
    );
  });

  test("reads the secret that MSK reads too, where the cluster's users have passwords", () => {
    const kafka = { ...PROD.kafka, authentication: "scram" as const, deniesByDefault: true };
    const secrets = statementsOf(define({ environment: { ...PROD, kafka } }), "run").find(
      ({ Sid }) => Sid === "Secrets",
    );

    const prefix = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:";
    expect(secrets?.Resource).toEqual([
      `${prefix}AmazonMSK_mesh/prod/orders/order-placed/*`,
      `${prefix}mesh/prod/orders/order-placed/*`,
    ]);
  });

  test("lives in its domain's account and reads in the other", () => {
    const template = define({ site: VENDOR_SITE, consumes: [{ ...consumed, topic: false }] });
    const [objects, , keys] = statementsOf(template, "consume");

    expect(template.one("aws_iam_role").args.permissions_boundary).toBe(
      "arn:aws:iam::777788889999:policy/mesh-guard/prod-orders-boundary",
    );
    expect(objects?.Resource).toBe(
      "arn:aws:s3:::shop-prod-users-111122223333-eu-central-1/products/user-profile/v2/*",
    );
    expect(keys?.Resource).toBe("arn:aws:kms:eu-central-1:111122223333:key/*");
  });

  test("waits for boundaries that its own stack defines", () => {
    const template = Template.from((stack) => {
      const first = new AppRole(stack, "First", { environment: PROD, domain: "orders", app: "first" });
      const dependsOn = [{ fqn: `aws_iam_policy.${first.node.id}` }];
      new AppRole(stack, "App", { environment: PROD, domain: "orders", app: "second", dependsOn });
    });

    expect(template.one("aws_iam_role", "App").args.depends_on).toEqual(["aws_iam_policy.First"]);
  });
});

describe("AppRole refuses", () => {
  test("every wrong prop at once", () => {
    expect(() =>
      define({
        app: "deploy",
        trust: { services: ["ec2.amazonaws.com"], roleArns: ["arn:aws:iam::777788889999:role/vendor"] },
        produces: [{ ...produced, major: 0 }, produced, produced],
        consumes: [{ ...consumed, domain: "orders" }],
      }),
    ).toThrow(
      [
        "[orders/App] app 'deploy' is reserved; choose another name",
        `[orders/App] trusted service 'ec2.amazonaws.com' is not allowed; use one of ${APP_SERVICES.join(", ")}`,
        "[orders/App] trusted role 'arn:aws:iam::777788889999:role/vendor' is of another account; agree on an externalId with its owner",
        "[orders/App] major version must be a whole number from 1 to 99, got 0",
        "[orders/App] Duplicate: orders/order-placed.v1 is named more than once; name it once",
        "[orders/App] SelfConsumption: orders/user-profile.v2 is the domain's own; leave it out",
      ].join("\n"),
    );
  });

  test("to trust nobody", () => {
    expect(() => define({ trust: {} })).toThrow("[orders/App] trust names nobody; give services or roleArns");
  });

  test.each([
    "*",
    "arn:aws:iam::111122223333:root",
    "111122223333",
    "arn:aws:iam::111122223333:role/*",
    "arn:aws:iam::111122223333:user/someone",
    "arn:aws:sts::111122223333:assumed-role/name/session",
    "arn:aws:iam::111122223333:role/${aws:username}",
  ])("to trust %s", (arn) => {
    expect(() => define({ trust: { roleArns: [arn] } })).toThrow(
      `[orders/App] trusted role '${arn}' is no role ARN; name one role, without '*', and never an account, a user or a session`,
    );
  });

  test("an external id that could be a pattern", () => {
    expect(() => define({ trust: { services: ["lambda.amazonaws.com"], externalId: "*" } })).toThrow(
      "[orders/App] externalId '*' must be 2 to 128 letters, digits or any of _+=,.@:/-",
    );
  });

  test("more imports than a policy holds", () => {
    const consumes = Array.from({ length: 40 }, (_, n) => ({ ...consumed, product: `data-product-${n}` }));

    expect(() => define({ consumes })).toThrow(
      /^\[orders\/App\/Consume\] PolicyTooLarge: managed policy has \d+ of 6144 characters; give the domain fewer imports, or split it$/,
    );
  });

  test("hostile names, whatever they are: none reaches a policy", () => {
    const hostile = fc
      .oneof(
        fc.constantFrom(
          "*",
          "a*",
          "a/b",
          "a.b",
          "a__b",
          "${x}",
          '"',
          "a-",
          "Orders",
          "a\n",
          "a:b",
          "__proto__",
        ),
        fc.string({ minLength: 1, maxLength: 40, unit: "binary" }),
      )
      .filter((text) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text));

    fc.assert(
      fc.property(hostile, fc.constantFrom("domain", "app", "product", "import"), (text, where) => {
        const props = {
          domain: { domain: text },
          app: { app: text },
          product: { produces: [{ ...produced, product: text }] },
          import: { consumes: [{ ...consumed, domain: text }] },
        }[where];

        expect(() => define(props)).toThrow(/^\[orders\/App\] /);
      }),
      { numRuns: 150 },
    );
  });
});
