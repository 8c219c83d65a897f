import { AdminRole, AppRole } from "../../../constructs/access";
import { DomainBucket } from "../../../constructs/bucket";
import { DeployRole, DomainBoundary } from "../../../constructs/boundary";
import { DomainKey } from "../../../constructs/key";
import type { AppIdentity } from "../../../constructs/identity";
import { accessLogBucketName } from "../../../src/names";
import { analyticsReader, PROD, vendorReader } from "../../support/fixtures";
import {
  documentsTried,
  iamCases,
  policiesOf,
  surprises,
  trialsOf,
  unmissedStatements,
  vacuousDenials,
  type Scenario,
} from "../../support/iam-matrix";
import { Template } from "../../support/template";

const { site } = PROD;
const PROFILE = { domain: "users", site, product: "user-profile", major: 1 };
const SCENARIO: Scenario = {
  environment: PROD,
  domain: "orders",
  producer: { app: "order-placed", product: "order-placed", major: 1 },
  sibling: "refunds",
  consumer: { app: "fulfilment", of: PROFILE },
  hidden: "payroll",
  crossReader: vendorReader,
  otherReaders: [{ ...analyticsReader, of: PROFILE }],
  neighbour: "orders-eu",
  stateBucket: "shop-mesh-state",
  ci: {
    providerUrl: "token.actions.githubusercontent.com",
    audience: "sts.amazonaws.com",
    subject: "repo:shop/mesh:environment:prod",
    otherSubject: "repo:shop/mesh-fork:environment:prod",
  },
  signIn:
    "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Orders_0123456789abcdef",
};

const { environment, domain, stateBucket, ci, signIn = "" } = SCENARIO;
const PORT = { product: "user-profile", major: 1, topic: true, bucket: true };

const boundary = Template.from((stack) => {
  const imports = [{ ...PORT, domain: "users", site }];
  const { policies } = new DomainBoundary(stack, "Boundary", { environment, domain, imports });
  const trust = { providerUrl: ci.providerUrl, subjects: [ci.subject] };
  new DeployRole(stack, "Deploy", { environment, domain, stateBucket, trust });
  new AdminRole(stack, "Admin", { environment, domain, roleArns: [signIn], dependsOn: [...policies] });
}, "orders-boundary");

const orders = Template.from((stack) => {
  const produces = [{ product: "order-placed", major: 1, topic: true, bucket: true }];
  const consumes = [{ ...PORT, domain: "users", site }];
  new AppRole(stack, "Producer", { environment, domain, app: "order-placed", produces, database: true });
  new AppRole(stack, "Consumer", { environment, domain, app: "fulfilment", consumes });
  const key = new DomainKey(stack, "Key", { environment, domain });
  new DomainBucket(stack, "Bucket", bucketProps(domain, key, "order-placed"));
}, "orders");

const users = Template.from((stack) => {
  const key = new DomainKey(stack, "Key", { environment, domain: "users" });
  const bucket = new DomainBucket(stack, "Bucket", bucketProps("users", key, "user-profile"));
  const readers: AppIdentity[] = [{ domain, app: "fulfilment", site }, analyticsReader, vendorReader];
  for (const reader of readers) bucket.grantRead(reader, { product: "user-profile", major: 1 });
}, "users");

function bucketProps(owner: string, key: DomainKey, product: string) {
  const ports = [{ product, major: 1 }];
  return { environment, domain: owner, key, ports, accessLogBucketName: accessLogBucketName(site) };
}

describe("the IAM matrix of one domain", () => {
  const set = policiesOf([boundary.json, orders.json, users.json]);
  const cases = iamCases(SCENARIO);

  test("every case comes out as designed, and with each layer alone", async () => {
    expect(await surprises(cases, set)).toEqual([]);
  });

  test("no statement can be dropped without a case noticing", async () => {
    const documents = documentsTried(cases, set);

    expect(await unmissedStatements(cases, set, documents)).toEqual([]);
  });

  test("every denial would be an allowance where nothing is guarded", async () => {
    expect(await vacuousDenials(cases, set)).toEqual([]);
  });

  test("every document of the domain decides on some case", () => {
    expect(documentsTried(cases, set)).toEqual(Object.keys(set.documents).sort());
  });

  test("no resource policy allows anything to everybody or to a session", () => {
    const resourcePolicies = Object.entries(set.documents).filter(([id]) => !id.startsWith("policy:"));
    const principals = resourcePolicies
      .flatMap(([, { Statement }]) => Statement)
      .filter(({ Effect }) => Effect === "Allow")
      .flatMap(({ Principal }) =>
        typeof Principal === "object" ? Object.values(Principal).flat() : [Principal],
      );

    expect(principals.length).toBeGreaterThan(0);
    expect(principals.filter((principal) => principal === undefined || /\*|:sts:/.test(principal))).toEqual(
      [],
    );
  });

  test("ids name one case each", () => {
    const ids = cases.flatMap(trialsOf).map(({ id }) => id);

    expect(new Set(ids).size).toBe(ids.length);
  });
});
