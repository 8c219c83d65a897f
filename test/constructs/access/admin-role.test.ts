import { AdminRole, type AdminRoleProps } from "../../../constructs/access";
import { PROD } from "../../support/fixtures";
import { policiesOf } from "../../support/iam-matrix";
import { Template } from "../../support/template";

const SIGN_IN =
  "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Orders_0123456789abcdef";
const BOUNDARY = "arn:aws:iam::111122223333:policy/mesh-guard/prod-orders-boundary-admin";

const define = (props: Partial<AdminRoleProps> = {}) =>
  Template.from((stack) => {
    new AdminRole(stack, "Admin", { environment: PROD, domain: "orders", roleArns: [SIGN_IN], ...props });
  }, "orders-boundary");

describe("AdminRole", () => {
  test("has its boundary as its only policy", () => {
    const template = define();

    expect(template.one("aws_iam_role").args).toMatchObject({
      name: "prod-orders--admin",
      path: "/mesh/prod/orders/admin/",
      permissions_boundary: BOUNDARY,
      max_session_duration: 3600,
      force_detach_policies: true,
    });
    expect(template.one("aws_iam_role_policy_attachment").args.policy_arn).toBe(BOUNDARY);
    expect(template.count("aws_iam_policy")).toBe(0);
  });

  test("trusts the roles that people sign in with, and nobody else", () => {
    const { documents } = policiesOf([define().json]);

    expect(documents["trust:/mesh/prod/orders/admin/prod-orders--admin"]?.Statement).toEqual([
      { Sid: "TrustRoles", Effect: "Allow", Principal: { AWS: SIGN_IN }, Action: "sts:AssumeRole" },
    ]);
  });

  test("waits for its boundary where the same stack defines it", () => {
    const template = define({ dependsOn: [{ fqn: "aws_iam_policy.Boundary_Admin" }] });

    expect(template.one("aws_iam_role").args.depends_on).toEqual(["aws_iam_policy.Boundary_Admin"]);
    expect(template.one("aws_iam_role_policy_attachment").args.depends_on).toEqual([
      "aws_iam_policy.Boundary_Admin",
    ]);
  });

  test("refuses to trust a whole account, or nobody", () => {
    expect(() => define({ roleArns: ["arn:aws:iam::111122223333:root"] })).toThrow(
      "[orders-boundary/Admin] trusted role 'arn:aws:iam::111122223333:root' is no role ARN; name one role, " +
        "without '*', and never an account, a user or a session",
    );
    expect(() => define({ roleArns: [] })).toThrow(
      "[orders-boundary/Admin] trust names nobody; give services or roleArns",
    );
  });
});
