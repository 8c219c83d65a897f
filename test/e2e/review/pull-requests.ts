import type { EditableMesh } from "./editable-mesh";

/** One pull request on the shop mesh. */
export interface PullRequest {
  /** Of the file with the comment that is expected. */
  readonly name: string;
  /** What its title would say. */
  readonly title: string;
  readonly change: (mesh: EditableMesh) => void;
  /** Losses that a label accepts. */
  readonly accept?: readonly string[];
  /** What other constructs had made of the base: a stack, and how its JSON read. */
  readonly madeBefore?: { readonly stack: string; readonly edit: (json: string) => string };
  /** What a pipeline is told. */
  readonly exit: 0 | 1 | 2 | 3 | 4;
}

const ORDERS = "domains/orders";
const PLACED = `${ORDERS}/products/order-placed.v2`;
const REFUNDED = `${ORDERS}/products/order-refunded`;
const PROFILE = "domains/users/products/user-profile";

const DISCOUNT = `      - name: discount_cents
        logicalType: integer
        classification: confidential
        logicalTypeOptions: { format: i64 }
        description: What was taken off
`;

/** Fifteen and more: what teams do to a mesh, wisely or not. */
export const PULL_REQUESTS: readonly PullRequest[] = [
  {
    name: "rename-a-product",
    exit: 3,
    title: "call order-refunded order-returned",
    change: (mesh) => {
      mesh.move(REFUNDED, `${ORDERS}/products/order-returned`);
      mesh.replace(
        `${ORDERS}/products/order-returned/product.yaml`,
        "name: order-refunded",
        "name: order-returned",
      );
      for (const file of ["domain.yaml", "products/revenue-daily/product.yaml"]) {
        mesh.replace(`domains/analytics/${file}`, "orders/order-refunded", "orders/order-returned");
      }
    },
  },
  {
    name: "lower-partitions",
    exit: 3,
    title: "six partitions are enough for orders",
    change: (mesh) => mesh.replace(`${PLACED}/product.yaml`, "partitions: 12", "partitions: 6"),
  },
  {
    name: "raise-partitions",
    exit: 4,
    title: "more throughput for orders",
    change: (mesh) => mesh.replace(`${PLACED}/product.yaml`, "partitions: 12", "partitions: 18"),
  },
  {
    name: "drop-a-column",
    exit: 4,
    title: "nobody needs the currency",
    change: (mesh) => {
      const column = / {6}- name: currency\n(?: {8}.*\n)+/;
      mesh.replace(`${PLACED}/contract.odcs.yaml`, column, "");
      mesh.replace(`${PLACED}/contract.odcs.yaml`, column, "");
    },
  },
  {
    name: "add-a-column",
    exit: 2,
    title: "tell the discount of an order",
    change: (mesh) => {
      for (const file of ["product.yaml", "contract.odcs.yaml"]) {
        mesh.replace(`${PLACED}/${file}`, "version: 2.1.0", "version: 2.2.0");
      }
      mesh.replace(
        `${PLACED}/contract.odcs.yaml`,
        "      - name: currency\n",
        `${DISCOUNT}      - name: currency\n`,
      );
    },
  },
  {
    name: "shorten-retention",
    exit: 3,
    title: "keep orders for half a day only",
    change: (mesh) => mesh.replace(`${PLACED}/product.yaml`, "retention: 14d", "retention: 12h"),
  },
  {
    name: "expire-files-sooner",
    exit: 3,
    title: "files of refunds for a year",
    change: (mesh) => mesh.replace(`${REFUNDED}/product.yaml`, "retention: 3650d", "retention: 365d"),
  },
  {
    name: "compact-a-topic",
    exit: 3,
    title: "the last state of a refund is enough",
    change: (mesh) =>
      mesh.replace(`${REFUNDED}/product.yaml`, "partitions: 3,", "partitions: 3, cleanup: compact,"),
  },
  {
    name: "revoke-a-share",
    exit: 4,
    title: "traffic does not need orders",
    change: (mesh) => mesh.replace(`${PLACED}/product.yaml`, / {2}- domain: traffic\n(?: {4}.*\n)+/, ""),
  },
  {
    name: "share-with-another-domain",
    exit: 2,
    title: "traffic may read refunds",
    change: (mesh) => {
      mesh.append(
        `${REFUNDED}/product.yaml`,
        "  - domain: traffic\n    purpose: returns per campaign\n    until: 2027-06-30\n",
      );
      mesh.append(
        "domains/traffic/domain.yaml",
        "  - product: orders/order-refunded\n    version: 1\n    app: campaign-performance\n    purpose: returns per campaign\n    until: 2027-06-30\n",
      );
    },
  },
  {
    name: "add-a-domain",
    exit: 2,
    title: "a domain for suppliers",
    change: (mesh) => {
      mesh.write(
        "domains/suppliers/domain.yaml",
        `apiVersion: meshwright/v1
kind: Domain
name: suppliers
parent: commerce
description: Who delivers what to the shop
owner: { team: commerce-platform, email: suppliers@shop.example }
subscriptions:
  - product: erp/stock-level
    version: 1
    app: reorder
    purpose: order what runs out
    until: 2027-12-31
`,
      );
      mesh.append(
        "domains/erp/products/stock-level/product.yaml",
        "  - domain: suppliers\n    purpose: order what runs out\n    until: 2027-12-31\n",
      );
    },
  },
  {
    name: "remove-a-domain",
    exit: 3,
    title: "traffic is measured elsewhere",
    change: (mesh) => {
      mesh.remove("domains/traffic");
      mesh.replace(`${PLACED}/product.yaml`, / {2}- domain: traffic\n(?: {4}.*\n)+/, "");
      mesh.replace(
        "domains/analytics/domain.yaml",
        / {2}# Ends soon.*\n {2}- product: traffic(?:.*\n?)+/,
        "",
      );
    },
  },
  {
    name: "retire-a-product",
    exit: 4,
    title: "version 1 of order-placed has had its day",
    change: (mesh) => {
      mesh.replace(
        `${ORDERS}/products/order-placed/product.yaml`,
        "lifecycle: deprecated",
        "lifecycle: retired",
      );
      mesh.replace(
        `${ORDERS}/products/order-placed/contract.odcs.yaml`,
        "status: deprecated",
        "status: retired",
      );
    },
  },
  {
    name: "take-a-port-away",
    exit: 4,
    title: "profiles as a topic only",
    change: (mesh) => mesh.replace(`${PROFILE}/product.yaml`, /^ {2}schema: .*\n/m, ""),
  },
  {
    name: "lower-an-slo",
    exit: 4,
    title: "profiles once an hour",
    change: (mesh) => mesh.replace(`${PROFILE}/product.yaml`, "freshness: 5m", "freshness: 1h"),
  },
  {
    name: "change-a-description",
    exit: 0,
    title: "say what a refund is",
    change: (mesh) =>
      mesh.replace(
        `${REFUNDED}/product.yaml`,
        "Money that went back, with the reason",
        "Money paid back, and why",
      ),
  },
  {
    name: "limit-producers",
    exit: 2,
    title: "half the bandwidth for every producer",
    change: (mesh) =>
      mesh.replace(
        "mesh.yaml",
        "  partitions: 24\n",
        "  partitions: 24\n  producerBytesPerSecond: 1048576\n",
      ),
  },
  {
    name: "invalid",
    exit: 1,
    title: "a topic without a number",
    change: (mesh) => mesh.replace(`${PLACED}/product.yaml`, "partitions: 12", "partitions: twelve"),
  },
  {
    name: "nothing",
    exit: 0,
    title: "a word in a comment",
    change: (mesh) => mesh.append(`${PLACED}/product.yaml`, "# read by four apps\n"),
  },
  {
    name: "accept-a-loss",
    exit: 2,
    title: "files of refunds for a year, and we know what goes",
    change: (mesh) => {
      mesh.replace(`${REFUNDED}/product.yaml`, "retention: 3650d", "retention: 365d");
      mesh.append(
        `${ORDERS}/domain.yaml`,
        `acknowledgements:
  - change: RetentionDecrease
    product: order-refunded.v1
    reason: nobody asks for refunds older than a year
    until: 2026-12-31
  - plan: "loss:2a382ce1967143a1"
    reason: nobody asks for refunds older than a year
    until: 2026-12-31
`,
      );
    },
  },
  {
    name: "accept-by-label",
    exit: 1,
    title: "files of refunds for a year, with a label",
    accept: ["loss:2a382ce1967143a1"],
    change: (mesh) => mesh.replace(`${REFUNDED}/product.yaml`, "retention: 3650d", "retention: 365d"),
  },
  {
    name: "add-a-product",
    exit: 2,
    title: "returns as a product of their own",
    change: (mesh) => {
      const folder = `${ORDERS}/products/order-returned`;
      for (const [file, edits] of [
        ["product.yaml", [["name: order-refunded", "name: order-returned"]]],
        [
          "contract.odcs.yaml",
          [
            ["id: orders-order-refunded", "id: orders-order-returned"],
            ["name: Order refunded", "name: Order returned"],
          ],
        ],
      ] as const) {
        mesh.copy(`${REFUNDED}/${file}`, `${folder}/${file}`);
        for (const [from, to] of edits) mesh.replace(`${folder}/${file}`, from, to);
      }
      mesh.replace(`${folder}/product.yaml`, /^shares:\n(?: {2}.*\n)+/m, "");
    },
  },
  {
    name: "upgrade-constructs",
    exit: 3,
    title: "a version of the constructs that calls a topic otherwise",
    change: () => undefined,
    madeBefore: {
      stack: "orders",
      edit: (json) =>
        json.replaceAll("Products_order-placedv2_Topics_6D9AA40F", "Products_order-placedv2_Topic_0A1B2C3D"),
    },
  },
];
