import { join } from "node:path";
import { makeStacks } from "../../../src/preview/documents";
import { readHead } from "../../../src/preview/side";
import { JUDGEMENTS } from "../../../src/review/blocking";
import { changed, CONTRACT_PATH, PRODUCT } from "../../cli/support/files";
import { ANALYTICS, CONTRACT, meshDir, ORDER_PLACED, validMesh, type Files } from "../../support/mesh-dir";

const ANALYTICS_PATH = "domains/analytics/domain.yaml";
const TODAY = "2026-06-15";

const inMesh = (policy: string) => changed("mesh.yaml", "alerts:", `${policy}\nalerts:`);
const inField = (by: string) => changed(CONTRACT_PATH, "        classification: internal", by);

/** An edit of the small mesh for every judgement: it breaks that rule. */
const BROKEN: Readonly<Record<(typeof JUDGEMENTS)[number], Files>> = {
  ClassificationSharing: inField("        classification: restricted"),
  ContractClassificationUnknown: inField("        classification: cosmic"),
  ContractKeyMissing: {
    ...changed(PRODUCT, "retention: 7d", "cleanup: compact"),
    ...changed(CONTRACT_PATH, "        primaryKey: true\n", ""),
  },
  ContractRetentionLong: changed(
    CONTRACT_PATH,
    "    value: 400\n    unit: d",
    "    value: 300\n    unit: d\n    driver: regulatory",
  ),
  ContractRetentionShort: changed(
    PRODUCT,
    "    retention: 400d\n  schema: { tables: [orders] }",
    "    retention: 90d",
  ),
  ContractServerMismatch: changed(
    CONTRACT_PATH,
    "schema:\n",
    "servers:\n  - { server: db, type: postgres, host: h, port: 5432, database: other, schema: no }\nschema:\n",
  ),
  ContractVersionMismatch: changed(CONTRACT_PATH, "version: 1.2.0", "version: 2.0.0"),
  InputNotSubscribed: {
    [ANALYTICS_PATH]: ANALYTICS.slice(0, ANALYTICS.indexOf("subscriptions:")),
    "domains/analytics/products/revenue/contract.odcs.yaml": CONTRACT,
    "domains/analytics/products/revenue/product.yaml":
      `${ORDER_PLACED.slice(0, ORDER_PLACED.indexOf("shares:"))}inputs: [orders/order-placed]\n`.replace(
        "name: order-placed",
        "name: revenue",
      ),
  },
  LifecycleInvalid: changed(PRODUCT, "lifecycle: active", "lifecycle: deprecated"),
  PiiUnprotected: inField("        classification: internal\n        tags: [pii]"),
  ResidencyViolation: inMesh("policy: { residency: { internal: [us-east-1] } }"),
  RetentionInvalid: {
    [PRODUCT]: ORDER_PLACED.replace("retention: 7d", "retention: 2h").replace(
      "freshness: 5m",
      "freshness: 3h",
    ),
  },
  SharePeriodTooLong: changed(PRODUCT, "until: 2027-12-31", "until: 2097-12-31"),
  UnknownClassification: inMesh("policy: { personal: [cosmic] }"),
  UnknownDomain: changed(PRODUCT, "  - domain: analytics", "  - domain: analytic"),
  UnknownProduct: { [ANALYTICS_PATH]: ANALYTICS.replace("orders/order-placed", "orders/order-place") },
  UnknownVersion: { [ANALYTICS_PATH]: ANALYTICS.replace("version: 1", "version: 2") },
};

test.each(JUDGEMENTS)("a mesh that %s finds fault with can be planned all the same", (code) => {
  const root = meshDir(validMesh(BROKEN[code]));

  const side = readHead(root, TODAY, undefined);
  const { documents, failures } = makeStacks(new Set(side.stacks.keys()), side.plans, join(root, "out"));

  const errors = side.findings.filter(({ severity }) => severity === "error").map((each) => each.code);
  expect(errors).toContain(code);
  expect(side.blocking).toEqual([]);
  expect(failures).toEqual([]);
  expect([...documents.keys()]).toContain("orders");
});

test("when a manifest cannot be read, every error is one that nothing can be planned with", () => {
  const root = meshDir(validMesh({ ...BROKEN.LifecycleInvalid, [ANALYTICS_PATH]: "apiVersion: [" }));

  const { blocking, stacks } = readHead(root, TODAY, undefined);

  expect(blocking.map(({ code }) => code)).toEqual(["YamlSyntax", "LifecycleInvalid"]);
  expect([...stacks]).toEqual([]);
});
