import { DEFAULT_AUDIENCE, DeployRole, type DeployRoleProps } from "../../../constructs/boundary";
import { POLICY_LIMITS, policySize, type PolicyDocument } from "../../../constructs/policy";
import { DEV, PROD } from "../../support/fixtures";
import { policiesOf } from "../../support/iam-matrix";
import { Template } from "../../support/template";

const trust = {
  providerUrl: "token.actions.githubusercontent.com",
  subjects: ["repo:acme/mesh:environment:prod"],
};

const define = (props: Partial<DeployRoleProps> = {}) =>
  Template.from((stack) => {
    new DeployRole(stack, "Deploy", { environment: PROD, domain: "orders", trust, ...props });
  }, "orders-boundary");

const documentsOf = (template: Template) => policiesOf([template.json]).documents;

const BOUNDARY = "policy:/mesh-guard/prod-orders-boundary-deploy";
const DATA = "policy:/mesh-guard/prod-orders--deploy--data";
const CONTROL = "policy:/mesh-guard/prod-orders--deploy--control";

const trustOf = (template: Template) =>
  documentsOf(template)["trust:/mesh/prod/orders/deploy/prod-orders--deploy"]?.Statement;

describe("DeployRole", () => {
  test("is a bounded role with two managed policies, all guarded", () => {
    const template = define();
    const set = policiesOf([template.json]);

    expect(template.one("aws_iam_role").args).toMatchObject({
      name: "prod-orders--deploy",
      path: "/mesh/prod/orders/deploy/",
      max_session_duration: 3600,
      force_detach_policies: true,
    });
    expect(set.roles["/mesh/prod/orders/deploy/prod-orders--deploy"]).toEqual({
      policies: [CONTROL, DATA],
      boundary: BOUNDARY,
    });
    expect(template.addresses()).toEqual([
      "aws_iam_policy.Deploy_Boundary_97D8819A",
      "aws_iam_policy.Deploy_Control_AC46DB32",
      "aws_iam_policy.Deploy_Data_2A47A842",
      "aws_iam_role.Deploy_7B206E61",
      "aws_iam_role_policy_attachment.Deploy_ControlAttachment_FF17F92D",
      "aws_iam_role_policy_attachment.Deploy_DataAttachment_D0E6B66A",
    ]);
  });

  test("trusts exact subjects for the default audience", () => {
    expect(trustOf(define())).toEqual([
      {
        Sid: "TrustSubjects",
        Effect: "Allow",
        Principal: {
          Federated: "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com",
        },
        Action: "sts:AssumeRoleWithWebIdentity",
        Condition: {
          StringEquals: {
            "token.actions.githubusercontent.com:aud": DEFAULT_AUDIENCE,
            "token.actions.githubusercontent.com:sub": "repo:acme/mesh:environment:prod",
          },
        },
      },
    ]);
    expect(DEFAULT_AUDIENCE).toBe("sts.amazonaws.com");
  });

  test("trusts subjects below a repository apart from exact ones", () => {
    const subjects = ["repo:acme/mesh:environment:prod", "repo:acme/mesh:ref:refs/tags/*"];

    const statements = trustOf(define({ trust: { ...trust, audience: "mesh", subjects } }));

    expect(statements?.map(({ Sid }) => Sid)).toEqual(["TrustSubjects", "TrustSubjectsBelow"]);
    expect(statements?.[1]?.Condition).toEqual({
      StringEquals: { "token.actions.githubusercontent.com:aud": "mesh" },
      StringLike: { "token.actions.githubusercontent.com:sub": "repo:acme/mesh:ref:refs/tags/*" },
    });
  });

  test.each([
    "*",
    "repo:*",
    "repo:acme/*",
    "repo:acme/mesh*",
    "repo:acme/mesh:environment:pr*",
    "repo:acme/*:environment:prod",
    "repo:acme/mesh:environment:prod?",
    "repo:acme/mesh:ref:${x}",
    "",
  ])("refuses the subject '%s'", (subject) => {
    expect(() => define({ trust: { ...trust, subjects: [subject] } })).toThrow(
      `[orders-boundary/Deploy] subject '${subject}' must be exact, or name a repository and end in ':*' or '/*', ` +
        "such as 'repo:acme/mesh:ref:refs/heads/*'",
    );
  });

  test("reports every problem of its trust and target at once", () => {
    expect(() =>
      define({
        trust: { providerUrl: "https://gitlab.com", audience: "*", subjects: [] },
        stateBucket: "State/*",
        databaseUser: "*",
      }),
    ).toThrow(
      [
        "[orders-boundary/Deploy] OIDC provider 'https://gitlab.com' must be a host with an optional path, without 'https://'",
        "[orders-boundary/Deploy] audience '*' must be a name or URL, without '*'; leave it out for 'sts.amazonaws.com'",
        "[orders-boundary/Deploy] trust has no subjects; name at least one, such as 'repo:acme/mesh:environment:prod'",
        "[orders-boundary/Deploy] state bucket 'State/*' must be a bucket's name: 3 to 63 lower-case letters, digits, '-' or '.'",
        "[orders-boundary/Deploy] database user '*' must be lower-case letters, digits and '_', not starting with a digit",
      ].join("\n"),
    );
  });

  test("names its state and its lock by exact keys", () => {
    const { Statement = [] } = documentsOf(define({ stateBucket: "acme-state" }))[DATA] ?? {};

    expect(Statement.find(({ Sid }) => Sid === "State")?.Resource).toEqual([
      "arn:aws:s3:::acme-state/prod/orders",
      "arn:aws:s3:::acme-state/prod/orders.tflock",
    ]);
    expect(Statement.find(({ Sid }) => Sid === "Unlock")?.Resource).toBe(
      "arn:aws:s3:::acme-state/prod/orders.tflock",
    );
  });

  test("has no business in S3 objects where state is local", () => {
    const documents = documentsOf(define());

    expect(JSON.stringify(documents[DATA])).not.toContain("s3:GetObject");
    expect(documents[BOUNDARY]?.Statement.find(({ Sid }) => Sid === "DenyObjects")?.Resource).toBe("*");
  });

  test("connects to Postgres as the environment's admin, or as the user it is given", () => {
    const userOf = (template: Template) =>
      documentsOf(template)[DATA]?.Statement.find(({ Sid }) => Sid === "Database")?.Resource;

    expect(userOf(define())).toMatch(/\/meshwright$/);
    expect(userOf(define({ databaseUser: "orders__migrator" }))).toMatch(/\/orders__migrator$/);
    expect(userOf(define({ environment: DEV }))).toBeUndefined();
  });

  test("fits with the longest names there can be", () => {
    const site = {
      organisation: "o".repeat(12),
      environment: "e".repeat(8),
      account: "111122223333",
      region: "ap-southeast-1",
    };
    const clusterArn = `arn:aws:kafka:${site.region}:${site.account}:cluster/${"c".repeat(64)}/7f0c8a52-1c1e-4b7e-9b6c-0d7a2f1b5e9d-20`;
    const environment = { ...PROD, site, kafka: { ...PROD.kafka, clusterArn } };
    const longest = { domain: "d".repeat(20), stateBucket: "s".repeat(63), databaseUser: "u".repeat(63) };

    const documents = Object.entries(documentsOf(define({ environment, ...longest })));
    const sizes = documents
      .filter(([id]) => id.startsWith("policy:"))
      .map(([, document]) => policySize(JSON.stringify(document), POLICY_LIMITS.managed));

    expect(Math.max(...sizes)).toBeLessThanOrEqual(POLICY_LIMITS.managed.max);
  });

  test("allows on all resources only what AWS knows no resource for, or tags and account narrow", () => {
    const documents = documentsOf(define({ stateBucket: "acme-state" }));
    const broad = (document: PolicyDocument | undefined) =>
      (document?.Statement ?? []).filter(({ Effect, Resource }) => Effect === "Allow" && Resource === "*");

    expect([DATA, CONTROL, BOUNDARY].flatMap((id) => broad(documents[id])).map(({ Sid }) => Sid)).toEqual([
      ...["NewKey", "ReadAliases", "ListLogs"],
      ...["NewKey", "ReadAliases", "ListLogs"],
    ]);
  });
});
