import {
  adminRoleArn,
  appRolePath,
  briefTopicArn,
  dashboardArn,
  databaseUserArn,
  deployPolicyName,
  isOidcProvider,
  logStreamsArn,
  mskScramAppSecretPrefix,
  objectArn,
  oidcProviderArn,
  policyArn,
  stateLockKey,
  viaService,
} from "../../src/names";
import { CLUSTER_ARN, PROD } from "../support/fixtures";

const { site } = PROD;

describe("names in policies", () => {
  test.each([
    [
      adminRoleArn(site, "orders"),
      "arn:aws:iam::111122223333:role/mesh/prod/orders/admin/prod-orders--admin",
    ],
    [
      policyArn(site, appRolePath(site, "orders"), "*"),
      "arn:aws:iam::111122223333:policy/mesh/prod/orders/app/*",
    ],
    [deployPolicyName(site, "orders", "data"), "prod-orders--deploy--data"],
    [
      briefTopicArn(CLUSTER_ARN, "orders.order-placed.v1"),
      "arn:aws:kafka:eu-central-1:111122223333:topic/mesh-prod/*/orders.order-placed.v1",
    ],
    [dashboardArn(site, "mesh-prod-orders"), "arn:aws:cloudwatch::111122223333:dashboard/mesh-prod-orders"],
    [
      databaseUserArn(site, "db-ABC", "orders__*"),
      "arn:aws:rds-db:eu-central-1:111122223333:dbuser:db-ABC/orders__*",
    ],
    [
      logStreamsArn(site, "/mesh/prod/orders/apps"),
      "arn:aws:logs:eu-central-1:111122223333:log-group:/mesh/prod/orders/apps:log-stream:*",
    ],
    [mskScramAppSecretPrefix(site, "orders", "reader"), "AmazonMSK_mesh/prod/orders/reader/"],
    [objectArn(site, "a-bucket", "products/*"), "arn:aws:s3:::a-bucket/products/*"],
    [oidcProviderArn(site, "gitlab.com"), "arn:aws:iam::111122223333:oidc-provider/gitlab.com"],
    [stateLockKey("prod", "orders"), "prod/orders.tflock"],
    [viaService(site, "s3"), "s3.eu-central-1.amazonaws.com"],
    [viaService({ ...site, region: "cn-north-1" }, "s3"), "s3.cn-north-1.amazonaws.com.cn"],
  ])("%s", (name, expected) => {
    expect(name).toBe(expected);
  });

  test.each(["*", "https://gitlab.com", "localhost", "gitlab.com/", "a.b/*", "${x}.com", "A.com"])(
    "'%s' is no OIDC provider",
    (url) => {
      expect(isOidcProvider(url)).toBe(false);
      expect(() => oidcProviderArn(site, url)).toThrow(
        "must be a host with an optional path, without 'https://'",
      );
    },
  );

  test.each([
    [
      "mesh-prod",
      "orders__*",
      "'mesh-prod' is no RDS resource id (db-ABC… or cluster-ABC…, capitals and digits)",
    ],
    ["db-ABC", "*", "database user '*' must be lower-case letters, digits and '_'"],
    ["db-ABC", "a*b", "database user 'a*b' must be lower-case letters, digits and '_'"],
  ])("no database user %s/%s", (resourceId, user, problem) => {
    expect(() => databaseUserArn(site, resourceId, user)).toThrow(problem);
  });
});
