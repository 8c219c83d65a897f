import fc from "fast-check";
import { decryptStatements, encryptStatements, keyPolicyStatements } from "../../../constructs/key";
import type { AppIdentity } from "../../../constructs/identity";
import { roleArnOf } from "../../../constructs/identity";
import { policyDocument, type PolicyDocument } from "../../../constructs/policy";
import { keyAlias } from "../../../src/names";
import { PROD, analyticsReader, ordersApp, vendorReader } from "../../support/fixtures";
import { unmissedStatements, wrongCases, type PolicyCase } from "../../support/mutation";
import type { SimulatedRequest } from "../../support/simulate";

const site = PROD.site;
const platformSite = { ...site, account: "999900001111" };
const KEY = "arn:aws:kms:eu-central-1:111122223333:key/7f0c8a52-1c1e-4b7e-9b6c-0d7a2f1b5e9d";
const VIA_S3 = { "kms:ViaService": "s3.eu-central-1.amazonaws.com" };
const ALIASES = { "kms:ResourceAliases": [keyAlias(site, "orders")] };

const everything = policyDocument([{ Sid: "All", Effect: "Allow", Action: "*", Resource: "*" }]);
const asReader = policyDocument(decryptStatements({ site, domain: "orders" }));
const asWriter = policyDocument(encryptStatements({ site, domain: "orders" }));

const usersApp: AppIdentity = { domain: "users", app: "user-profile", site };
const keyPolicyFor = (readers: readonly AppIdentity[]): PolicyDocument =>
  policyDocument(keyPolicyStatements({ site, domain: "orders", platformSite, readers }));
const policy = keyPolicyFor([analyticsReader, vendorReader]);

const may = (name: string, request: Omit<SimulatedRequest, "resource">): PolicyCase => ({
  name,
  expected: "Allowed",
  request: { resource: KEY, ...request },
});
const mayNot = (name: string, request: Omit<SimulatedRequest, "resource">): PolicyCase => ({
  ...may(name, request),
  expected: "Denied",
});
const role = (app: AppIdentity, action: string, identity: PolicyDocument, context = {}) => ({
  principal: roleArnOf(app),
  identityPolicies: [identity],
  action: `kms:${action}`,
  context: { ...ALIASES, ...context },
});
const service = (name: string, action: string, context = {}) => ({
  principal: `${name}.amazonaws.com`,
  identityPolicies: [],
  action: `kms:${action}`,
  context,
});
const alarmOf = (domain: string, account = site.account) => ({
  "aws:SourceAccount": account,
  "aws:SourceArn": `arn:aws:cloudwatch:eu-central-1:${account}:alarm:mesh/prod/${domain}/order-placed.v1/freshness`,
});
const logsOf = (domain: string) => ({
  "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:eu-central-1:111122223333:log-group:/mesh/prod/${domain}/apps`,
});
const administrator = (action: string) => ({
  principal: "arn:aws:iam::111122223333:role/Administrator",
  identityPolicies: [everything],
  action: `kms:${action}`,
});
const platform = (account: string) => ({
  principal: `arn:aws:iam::${account}:role/mesh-platform/audit`,
  identityPolicies: [everything],
  action: "kms:Decrypt",
});

const CASES: readonly PolicyCase[] = [
  may("own app encrypts through S3", role(ordersApp, "GenerateDataKey", asWriter, VIA_S3)),
  may("own app decrypts through S3", role(ordersApp, "Decrypt", asWriter, VIA_S3)),
  mayNot("own app uses its S3 right outside S3", role(ordersApp, "GenerateDataKey", asWriter)),
  mayNot("own app names another domain's key", {
    ...role(ordersApp, "GenerateDataKey", asWriter, VIA_S3),
    context: { ...VIA_S3, "kms:ResourceAliases": [keyAlias(site, "orders-eu")] },
  }),
  may("the account's administrator changes the policy", administrator("PutKeyPolicy")),
  mayNot("the account's administrator decrypts", administrator("Decrypt")),
  mayNot("the account's administrator encrypts", administrator("Encrypt")),
  mayNot("the account's administrator makes a grant", administrator("CreateGrant")),
  may("a platform role decrypts", platform(site.account)),
  mayNot("another domain decrypts", role(usersApp, "Decrypt", everything, VIA_S3)),
  mayNot("another domain encrypts", role(usersApp, "GenerateDataKey", everything, VIA_S3)),
  mayNot("another domain changes the policy", role(usersApp, "PutKeyPolicy", everything)),
  mayNot("another domain deletes the key", role(usersApp, "ScheduleKeyDeletion", everything)),
  may("a reader decrypts through S3", role(analyticsReader, "Decrypt", asReader, VIA_S3)),
  mayNot("a reader decrypts by itself", role(analyticsReader, "Decrypt", everything)),
  mayNot("a reader encrypts", role(analyticsReader, "Encrypt", everything, VIA_S3)),
  mayNot("a reader changes the policy", role(analyticsReader, "PutKeyPolicy", everything)),
  mayNot("another app of a reader's domain decrypts", {
    ...role({ ...analyticsReader, app: "other" }, "Decrypt", everything, VIA_S3),
  }),
  may("a reader in another account decrypts through S3", role(vendorReader, "Decrypt", asReader, VIA_S3)),
  mayNot("a reader in another account decrypts by itself", role(vendorReader, "Decrypt", everything)),
  mayNot("a reader in another account encrypts", role(vendorReader, "Encrypt", everything, VIA_S3)),
  mayNot("another app of that account decrypts", {
    ...role({ ...vendorReader, app: "other" }, "Decrypt", everything, VIA_S3),
  }),
  may("the domain's alarm writes to its topic", service("cloudwatch", "GenerateDataKey", alarmOf("orders"))),
  mayNot("another domain's alarm does", service("cloudwatch", "GenerateDataKey", alarmOf("orders-eu"))),
  mayNot(
    "an alarm of another account does",
    service("cloudwatch", "GenerateDataKey", alarmOf("orders", "444455556666")),
  ),
  mayNot("a service that has no business with it does", service("events", "GenerateDataKey")),
  may(
    "CloudWatch Logs encrypts the domain's log group",
    service("logs.eu-central-1", "Encrypt", logsOf("orders")),
  ),
  mayNot(
    "CloudWatch Logs encrypts another domain's",
    service("logs.eu-central-1", "Encrypt", logsOf("orders-eu")),
  ),
];

describe("the key policy", () => {
  it.each(CASES.map((one) => [one.expected.toLowerCase(), one.name, one] as const))(
    "%s: %s",
    async (_expected, _name, one) => {
      expect(await wrongCases(policy, [one])).toEqual([]);
    },
  );

  it("has no statement that could be dropped without a case going wrong", async () => {
    expect(await unmissedStatements(policy, CASES)).toEqual([]);
  });

  it("spares platform roles of the platform's own account, which lets none of them in by itself", async () => {
    const decrypt = platform(platformSite.account);

    expect(await wrongCases(policy, [mayNot("no policy of the key lets it in", decrypt)])).toEqual([]);
    expect(JSON.stringify(policy)).toContain("arn:aws:iam::999900001111:role/mesh-platform/*");
  });

  it("names principals sorted and once, and a single one alone", () => {
    const readers = [vendorReader, analyticsReader, vendorReader];
    const bySid = new Map(keyPolicyFor(readers).Statement.map((statement) => [statement.Sid, statement]));

    expect(bySid.get("AllowReaders")?.Principal).toEqual({ AWS: "arn:aws:iam::777788889999:root" });
    expect(bySid.get("DenyOtherReaders")?.Condition?.ArnNotLike?.["aws:PrincipalArn"]).toEqual([
      "arn:aws:iam::111122223333:role/mesh-platform/*",
      "arn:aws:iam::111122223333:role/mesh/prod/analytics/app/prod-analytics--reader",
      "arn:aws:iam::111122223333:role/mesh/prod/orders/*",
      "arn:aws:iam::777788889999:role/mesh/prod/erp/app/prod-erp--reader",
      "arn:aws:iam::999900001111:role/mesh-platform/*",
    ]);
  });

  it("is the same whatever the order of the readers", () => {
    const readers = ["a", "b", "c", "d"].map((app) => ({ ...analyticsReader, app }));

    fc.assert(
      fc.property(fc.shuffledSubarray(readers, { minLength: readers.length }), (shuffled) => {
        expect(JSON.stringify(keyPolicyFor(shuffled))).toBe(JSON.stringify(keyPolicyFor(readers)));
      }),
    );
  });

  it("admits no session and nobody at large", () => {
    const allows = policy.Statement.filter(({ Effect }) => Effect === "Allow");

    expect(allows.map(({ Principal }) => Principal)).not.toContain("*");
    expect(JSON.stringify(allows)).not.toContain(":sts:");
  });
});
