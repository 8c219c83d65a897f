import { say, type Review } from "../../../../src/review/model";
import { reviewSarif, type SarifOptions } from "../../../../src/review/render";
import {
  accessChange,
  created,
  deleted,
  effect,
  finding,
  lossSet,
  productReview,
  replaced,
  resourceReview,
  review,
  sampleReview,
  stackReview,
} from "../../support/review";

interface Log {
  readonly version: string;
  readonly runs: readonly {
    readonly automationDetails: { readonly id: string };
    readonly tool: {
      readonly driver: {
        readonly rules: readonly {
          id: string;
          shortDescription: { text: string };
          defaultConfiguration: object;
        }[];
      };
    };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly partialFingerprints: Readonly<Record<string, string>>;
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region: { readonly startLine: number; readonly startColumn: number };
        };
      }[];
    }[];
  }[];
}

function runOf(of: Review, prefix = "", options: Partial<SarifOptions> = {}) {
  const [run] = (reviewSarif(of, { prefix, ...options }) as Log).runs;
  if (run === undefined) throw new Error("a log has a run");
  return run;
}

const placesOf = (of: Review, prefix?: string, options?: Partial<SarifOptions>) =>
  runOf(of, prefix, options).results.map(({ ruleId, level, locations: [location] }) => {
    const { artifactLocation, region } = location?.physicalLocation ?? {};
    return `${ruleId} ${level} ${artifactLocation?.uri}:${region?.startLine}:${region?.startColumn}`;
  });

test("everything is at the manifest that causes it", () => {
  expect(placesOf(sampleReview(), "examples/shop/")).toEqual([
    "AccessGained warning examples/shop/domains/orders/domain.yaml:1:1",
    "AccessLost note examples/shop/domains/orders/domain.yaml:1:1",
    "UnknownTeam error examples/shop/domains/orders/domain.yaml:7:21",
    "BreaksConsumers error examples/shop/domains/orders/products/order-placed/product.yaml:1:1",
    "DataLoss error examples/shop/domains/orders/products/order-placed/product.yaml:1:1",
    "PlanFailed error examples/shop/mesh.yaml:1:1",
  ]);
});

test("a resource that says its file is there, and one of a stack that says its file there", () => {
  const of = (file?: string, stackFile?: string) =>
    review({ stacks: [stackReview({ file: stackFile, resources: [deleted({ file, ports: [] })] })] });

  expect(placesOf(of("a/product.yaml", "b/domain.yaml"))).toEqual(["DataLoss error a/product.yaml:1:1"]);
  expect(placesOf(of(undefined, "b/domain.yaml"))).toEqual(["DataLoss error b/domain.yaml:1:1"]);
  expect(placesOf(of())).toEqual(["DataLoss error mesh.yaml:1:1"]);
});

test("every rule says what it means, and every result names its rule", () => {
  const { tool, results } = runOf(sampleReview());
  const { rules } = tool.driver;

  expect(rules.map(({ id }) => id)).toEqual([
    "AccessGained",
    "AccessLost",
    "BreaksConsumers",
    "DataLoss",
    "PlanFailed",
    "UnknownTeam",
  ]);
  expect(rules.map(({ shortDescription }) => shortDescription.text)).toContain("Unknown team.");
  expect(rules[3]).toMatchObject({
    shortDescription: { text: "Data goes, now or later, that nobody has accepted to lose." },
    defaultConfiguration: { level: "error" },
  });
  expect(results.map(({ ruleIndex }) => rules[ruleIndex]?.id)).toEqual(results.map(({ ruleId }) => ruleId));
});

test("a result says what happens, where, why, who reads it and what to do instead", () => {
  const [result] = runOf(review({ stacks: [stackReview({ resources: [replaced()] })] })).results;

  expect(result?.message.text.split("\n")).toEqual([
    "topic 'orders.order-placed.v1' is deleted and made anew: all records and consumer offsets are lost (partitions '6' → '3')",
    "at: 'orders/Products/order-placed.v1/Topic'",
    "because of: 'partitions'",
    "read by: 'analytics'",
    "instead: keep the partitions, or add 'order-placed.v2' beside it",
  ]);
});

test("no text from outside makes a link", () => {
  const sentence = say`topic ${"[click](https://evil.example)\n"} is gone`;
  const [result] = runOf(
    review({ stacks: [stackReview({ resources: [resourceReview({ effects: [effect({ sentence })] })] })] }),
  ).results;

  expect(result?.message.text).toContain("topic '\\[click\\](https://evil.example)\\\\n' is gone\nat:");
});

test("a fingerprint stays the same when lines move, and differs for different things", () => {
  const prints = (of: Review) =>
    runOf(of).results.map(({ partialFingerprints }) => partialFingerprints["meshwright/v1"]);
  const moved = { ...sampleReview(), findings: [finding({ position: { line: 70, column: 1 } })] };

  expect(prints(moved)).toEqual(expect.arrayContaining(prints(sampleReview())));
  expect(new Set(prints(sampleReview())).size).toBe(6);
});

test("an acknowledged loss is a note, and what is calm is not in it", () => {
  const of = review({
    stacks: [stackReview({ resources: [deleted(), created()] })],
    lossSets: [lossSet({ acknowledged: { by: "manifest" } })],
  });

  expect(placesOf(of)).toEqual(["AcknowledgedLoss note domains/orders/domain.yaml:1:1"]);
  expect(runOf(review({ products: [productReview({ verdict: "additive" })] })).results).toEqual([]);
});

test("an agreement is at the share that says it, where somebody looks lines up", () => {
  const at = { file: "domains/orders/products/order-placed/product.yaml", path: ["shares", 2] };
  const of = review({
    access: [
      accessChange({
        ...{ system: "mesh", at, stack: undefined },
        because: { kind: "agreement", reader: "traffic/campaign", port: "orders/order-placed.v1" },
      }),
      accessChange({ because: { kind: "own", domain: "orders" } }),
    ],
    stacks: [stackReview({ file: "domains/orders/domain.yaml" })],
  });
  const positionOf = (asked: object) => {
    expect(asked).toEqual(at);
    return { line: 22, column: 5 };
  };

  expect(placesOf(of)).toEqual([
    "AccessGained note domains/orders/domain.yaml:1:1",
    "AccessGained warning domains/orders/products/order-placed/product.yaml:1:1",
  ]);
  expect(placesOf(of, undefined, { positionOf })).toContain(
    "AccessGained warning domains/orders/products/order-placed/product.yaml:22:5",
  );
});

test("the log names its form, and what it is a review of", () => {
  expect(reviewSarif(review({ access: [accessChange()] }), { prefix: "" })).toMatchObject({
    version: "2.1.0",
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    runs: [{ automationDetails: { id: "review/shop/prod/" } }],
  });
});
