import type { Site } from "../../src/names";
import {
  documentsTried,
  iamCases,
  policiesOf,
  surprises,
  unmissedStatements,
  vacuousDenials,
  type Scenario,
} from "../support/iam-matrix";
import { shopWorkspace } from "../support/shop";

/**
 * The cases of an attacker and of everybody else, on the policies that the shop mesh is synthesised to: traffic's
 * campaign app (producer and consumer in one) reads orders, the vendor's ERP reads the same port from another account.
 */
describe("the IAM matrix of the shop mesh, on its synthesised policies", () => {
  const shop = shopWorkspace();
  const { view } = shop.synth("prod");
  if (view === undefined) throw new Error("the shop mesh has errors");

  const { environment, siteOf } = view;
  const { site } = environment;
  const order = (product: string, major: number) => ({ domain: "orders", site, product, major });
  const app = (domain: string, name: string): { domain: string; app: string; site: Site } => {
    return { domain, app: name, site: siteOf(domain) };
  };
  const scenario: Scenario = {
    environment,
    domain: "traffic",
    producer: { app: "campaign-performance", product: "campaign-performance", major: 1 },
    sibling: "page-view",
    consumer: { app: "campaign-performance", of: order("order-placed", 2) },
    hidden: "payment-detail",
    crossReader: app("erp", "order-import"),
    otherReaders: [
      { ...app("analytics", "revenue-daily"), of: order("order-placed", 2) },
      { ...app("analytics", "revenue-daily"), of: order("order-refunded", 1) },
      { ...app("analytics", "reader"), of: { domain: "traffic", site, product: "page-view", major: 1 } },
    ],
    neighbour: "traffic-eu",
    stateBucket: "shop-terraform-state",
    ci: {
      providerUrl: "token.actions.githubusercontent.com",
      audience: "sts.amazonaws.com",
      subject: "repo:shop/data-mesh:environment:prod-traffic",
      otherSubject: "repo:shop/data-mesh:environment:prod-orders",
    },
  };
  const set = policiesOf(["traffic-boundary", "traffic", "orders"].map((name) => shop.stack(name)));
  const cases = iamCases(scenario);
  const tried = documentsTried(cases, set);

  test("every case comes out as designed, and with each layer alone", async () => {
    expect(cases.length).toBeGreaterThan(200);
    expect(await surprises(cases, set)).toEqual([]);
  });

  test("no guard statement can be dropped without a case noticing", async () => {
    expect(await unmissedStatements(cases, set, tried)).toEqual([]);
  });

  test("every denial would be an allowance where nothing is guarded", async () => {
    expect(await vacuousDenials(cases, set)).toEqual([]);
  });

  test("the boundaries, the deploy role, the app's role, both buckets and both keys take part", () => {
    expect(tried).toEqual([
      "bucket:shop-prod-orders-111122223333-eu-central-1",
      "bucket:shop-prod-traffic-111122223333-eu-central-1",
      "key:alias/mesh/prod/orders",
      "key:alias/mesh/prod/traffic",
      "policy:/mesh-guard/prod-traffic--deploy--control",
      "policy:/mesh-guard/prod-traffic--deploy--data",
      "policy:/mesh-guard/prod-traffic-boundary",
      "policy:/mesh-guard/prod-traffic-boundary-admin",
      "policy:/mesh-guard/prod-traffic-boundary-deploy",
      "policy:/mesh/prod/traffic/app/prod-traffic--campaign-performance--consume",
      "policy:/mesh/prod/traffic/app/prod-traffic--campaign-performance--produce",
      "policy:/mesh/prod/traffic/app/prod-traffic--campaign-performance--run",
      "trust:/mesh/prod/traffic/app/prod-traffic--campaign-performance",
      "trust:/mesh/prod/traffic/deploy/prod-traffic--deploy",
    ]);
  });
});
