import { DomainBoundary, type DomainBoundaryProps } from "../../../constructs/boundary";
import type { ImportedPort } from "../../../constructs/access";
import { POLICY_LIMITS, policySize, type PolicyDocument } from "../../../constructs/policy";
import { CLUSTER_ARN, DEV, PROD, VENDOR_SITE } from "../../support/fixtures";
import { Template } from "../../support/template";

const { site } = PROD;

const profile: ImportedPort = {
  domain: "users",
  site,
  product: "user-profile",
  major: 1,
  topic: true,
  bucket: true,
};

const define = (props: Partial<DomainBoundaryProps> = {}) =>
  Template.from((stack) => {
    new DomainBoundary(stack, "Boundary", { environment: PROD, domain: "orders", imports: [], ...props });
  }, "orders-boundary");

const policyOf = (template: Template, id: "App" | "Admin"): PolicyDocument =>
  JSON.parse(String(template.one("aws_iam_policy", `Boundary_${id}`).args.policy)) as PolicyDocument;

const sidsOf = (document: PolicyDocument) => document.Statement.map(({ Sid }) => Sid);

/** Imports as a mesh of five producing domains has them. */
const manyImports = (count: number): ImportedPort[] =>
  Array.from({ length: count }, (_, n) => ({
    ...profile,
    domain: ["users", "traffic", "billing", "catalog", "erp"][n % 5] ?? "users",
    product: `data-product-${n}`,
  }));

const sizeOf = (imports: number): number => {
  const policy = policyOf(define({ imports: manyImports(imports) }), "App");
  return policySize(JSON.stringify(policy), POLICY_LIMITS.managed);
};

describe("DomainBoundary", () => {
  test("defines one guarded policy for apps and one for administrators", () => {
    const template = define();

    expect(template.one("aws_iam_policy", "Boundary_App").args).toMatchObject({
      name: "prod-orders-boundary",
      path: "/mesh-guard/",
      lifecycle: { prevent_destroy: true },
    });
    expect(template.one("aws_iam_policy", "Boundary_Admin").args).toMatchObject({
      name: "prod-orders-boundary-admin",
      path: "/mesh-guard/",
    });
    expect(template.count("aws_iam_policy")).toBe(2);
  });

  test("says the boundaries' ARNs without a token", () => {
    Template.from((stack) => {
      const boundary = new DomainBoundary(stack, "Boundary", {
        ...{ environment: PROD, domain: "orders", imports: [] },
      });

      expect(boundary.appBoundaryArn).toBe(
        "arn:aws:iam::111122223333:policy/mesh-guard/prod-orders-boundary",
      );
      expect(boundary.adminBoundaryArn).toBe(`${boundary.appBoundaryArn}-admin`);
    });
  });

  test("lets the boundaries go where the environment is not protected, or when told", () => {
    const open = define({ environment: DEV, site: undefined });
    const told = define({ retain: false });

    expect(open.one("aws_iam_policy", "Boundary_App").args.lifecycle).toEqual({ prevent_destroy: false });
    expect(told.one("aws_iam_policy", "Boundary_App").args.lifecycle).toEqual({ prevent_destroy: false });
  });

  test("speaks of MSK and RDS only where IAM guards them", () => {
    const sids = sidsOf(
      policyOf(define({ environment: DEV, imports: [{ ...profile, site: DEV.site }] }), "App"),
    );

    expect(sids).not.toEqual(expect.arrayContaining(["OwnMsk"]));
    expect(sids).toEqual([
      ...["OwnS3", "OwnKms", "OwnLogs", "OwnMetrics", "OwnSecrets", "OwnSns"],
      ...["InS3", "InList", "InKms", "DenyIam", "DenyShareOut"],
    ]);
  });

  test("names an imported port exactly: one topic, one prefix, the key by its alias", () => {
    const { Statement } = policyOf(define({ imports: [profile] }), "App");
    const resourceOf = (sid: string) => Statement.find(({ Sid }) => Sid === sid)?.Resource;

    expect(resourceOf("InMsk")).toBe(
      "arn:aws:kafka:eu-central-1:111122223333:topic/mesh-prod/*/users.user-profile.v1",
    );
    expect(resourceOf("InS3")).toBe(
      "arn:aws:s3:::shop-prod-users-111122223333-eu-central-1/products/user-profile/v1/*",
    );
    expect(Statement.find(({ Sid }) => Sid === "InKms")).toMatchObject({
      Resource: "arn:aws:kms:eu-central-1:111122223333:key/*",
      Condition: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/mesh/prod/users" } },
    });
  });

  test("names the key of a domain in another account in that account", () => {
    const imports = [{ ...profile, domain: "erp", site: VENDOR_SITE, topic: false }];
    const { Statement } = policyOf(define({ imports }), "App");

    expect(Statement.find(({ Sid }) => Sid === "InKms")?.Resource).toBe(
      "arn:aws:kms:eu-central-1:777788889999:key/*",
    );
    expect(sidsOf(policyOf(define({ imports }), "App"))).not.toContain("InMsk");
  });

  test("the order of imports changes nothing", () => {
    const imports = manyImports(6);

    expect(policyOf(define({ imports: [...imports].reverse() }), "App")).toEqual(
      policyOf(define({ imports }), "App"),
    );
  });

  test("imports do not reach the administrators", () => {
    const admin = policyOf(define({ imports: [profile] }), "Admin");

    expect(JSON.stringify(admin)).not.toContain("users");
  });

  test("ten imports of ordinary names fit", () => {
    expect([0, 5, 10].map(sizeOf)).toEqual([2841, 4810, 5823]);
  });

  test("imports that do not fit are refused, and counted", () => {
    expect(() => define({ imports: manyImports(14) })).toThrow(
      "[orders-boundary/Boundary] PolicyTooLarge: managed policy has 6651 of 6144 characters; " +
        "the domain has 14 imports; give it fewer, or split it",
    );
  });

  test("reports every problem at once", () => {
    const imports = [
      { ...profile, domain: "orders" },
      { ...profile, site: DEV.site },
      { ...profile, product: "no ports", topic: false, bucket: false },
      profile,
      profile,
    ];

    expect(() => define({ domain: "Orders", imports })).toThrow(
      [
        "[orders-boundary/Boundary] domain 'Orders' must be lower-case words of letters and digits joined by single hyphens, starting with a letter",
        "[orders-boundary/Boundary] EnvMismatch: import users/user-profile.v1 is in shop/dev (aws), the environment is shop/prod (aws); one environment never refers to another",
        "[orders-boundary/Boundary] product 'no ports' must be lower-case words of letters and digits joined by single hyphens, starting with a letter",
        "[orders-boundary/Boundary] Duplicate: users/user-profile.v1 is named more than once; name it once",
      ].join("\n"),
    );
  });

  test("an import without topic and bucket, such as a Postgres schema, is none of IAM's business", () => {
    const imports = [{ ...profile, topic: false, bucket: false }];

    expect(policyOf(define({ imports }), "App")).toEqual(policyOf(define(), "App"));
  });

  test("refuses to import from itself", () => {
    expect(() => define({ imports: [{ ...profile, domain: "orders" }] })).toThrow(
      "[orders-boundary/Boundary] SelfConsumption: orders/user-profile.v1 is the domain's own; leave it out",
    );
  });

  test.each([
    [
      { ...site, environment: "dev" },
      "EnvMismatch: the domain is in shop/dev (aws), the environment is shop/prod (aws); one environment never refers to another",
    ],
    [
      { ...site, region: "cn-north-1" },
      "EnvMismatch: the domain is in shop/prod (aws-cn), the environment is shop/prod (aws); one environment never refers to another",
    ],
    [{ ...site, account: "1234" }, "EnvMismatch: the domain: account must be twelve digits, got '1234'"],
  ])("refuses the site %j", (wrong, problem) => {
    expect(() => define({ site: wrong })).toThrow(`[orders-boundary/Boundary] ${problem}`);
  });

  test("refuses a cluster of another region", () => {
    const clusterArn = CLUSTER_ARN.replace("eu-central-1", "us-east-1");

    expect(() => define({ environment: { ...PROD, kafka: { ...PROD.kafka, clusterArn } } })).toThrow(
      `[orders-boundary/Boundary] EnvMismatch: cluster '${clusterArn}' is in aws us-east-1, the environment in ` +
        "aws eu-central-1; refer to the environment's own cluster",
    );
  });

  test("refuses an instance's name where RDS wants its resource id", () => {
    const postgres = { ...PROD.postgres, resourceId: "mesh-prod" };

    expect(() => define({ environment: { ...PROD, postgres } })).toThrow(
      "[orders-boundary/Boundary] RdsResourceInvalid: 'mesh-prod' is no RDS resource id (db-ABC… or cluster-ABC…); " +
        "take it from the console, it is not the instance's name",
    );
  });
});
