import { say, type Review } from "../../../../../src/review/model";
import {
  accessChange,
  approval,
  attribute,
  consumer,
  contractChange,
  created,
  effect,
  finding,
  acknowledgementBlock,
  lossSet,
  productReview,
  replaced,
  resourceReview,
  review,
  stackReview,
} from "../../../support/review";

const PLACED = "orders/order-placed.v1";
const PAGE_VIEW = "traffic/page-view.v1";

const readers = [
  consumer({ team: "business-analytics", apps: ["revenue-model"] }),
  consumer({
    ...{ domain: "erp", team: "erp-integration", apps: ["ledger", "stock-sync"] },
    ...{ products: ["erp/invoice.v1", "erp/stock-level.v1"], until: "2026-12-31" },
  }),
  consumer({
    ...{ domain: "finance", team: "finance", port: "erp/invoice.v1", apps: [], products: [] },
    ...{ until: undefined, direct: false },
  }),
];

const visits = [
  consumer({
    ...{ domain: "growth", team: "growth", port: PAGE_VIEW, apps: ["funnel"] },
    ...{ products: [], until: "2027-06-30" },
  }),
];

/** A bad idea in the shop, with one of everything that a page has to show well. */
export function shopReview(): Review {
  return review({
    stacks: [orders(), traffic(), users(), erp()],
    unchanged: ["analytics", "analytics-boundary", "erp-boundary", "platform"].map((stack, at) => ({
      stack,
      proven: at < 3,
    })),
    products: [
      productReview({
        changes: [
          contractChange(),
          contractChange({
            ...{ kind: "enumWidened", compatibility: "minor" },
            sentence: say`field ${"status"} may also be ${"returned"}`,
            overridden: { reason: "every reader ignores what it does not know", until: "2026-12-31" },
          }),
        ],
        consumers: readers,
      }),
    ],
    access: [
      accessChange(),
      accessChange({
        system: "IAM",
        sentence: say`role ${"mesh-orders-app-checkout"} may ${"s3:GetObject"} on ${"arn:aws:s3:::shop-prod-orders/order-placed/v1/*"}`,
      }),
      accessChange({
        direction: "lost",
        system: "mesh",
        sentence: say`${"analytics"} may no longer read ${PLACED}`,
        address: undefined,
      }),
    ],
    approvals: [
      approval({ reasons: [say`owner of ${"orders"}`] }),
      approval({ team: "web-traffic", reasons: [say`owner of ${"traffic"}`, say`loses data`] }),
      approval({ team: "finance", kind: "consulted", reasons: [say`consulted by ${"orders"}`] }),
      approval({ team: "business-analytics", kind: "informed", reasons: [say`reads ${PLACED}`] }),
    ],
    acknowledgements: [acknowledgementBlock()],
    lossSets: [
      lossSet(),
      lossSet({
        ...{ domain: "traffic", hash: "loss:fedcba9876543210" },
        acknowledged: { by: "manifest", reason: "page views older than 30 days are not needed" },
      }),
    ],
    findings: [finding()],
    limits: [
      say`changes that others made since the last apply are not seen`,
      say`the base was planned from ${"main"}, not from the state of ${"prod"}`,
    ],
    command: "npx meshwright review --base origin/main --env prod --format html > review.html",
  });
}

const orders = () =>
  stackReview({
    resources: [
      replaced({ consumers: readers }),
      resourceReview({
        address: "aws_s3_bucket_policy.Bucket_Policy",
        ...{ type: "aws_s3_bucket_policy", action: "update", verdict: "access" },
        constructPath: "orders/Bucket/Policy",
        effects: [
          effect({
            rule: "aws_s3_bucket_policy/widened",
            verdict: "access",
            sentence: say`bucket ${"shop-prod-orders"} can be read by ${"mesh-orders-app-checkout"}`,
          }),
        ],
        attributes: [
          attribute({
            path: ["policy"],
            lines: [
              {
                sign: "+",
                text: say`allows ${"s3:GetObject"} to ${"role/mesh-orders-app-checkout"} on ${"arn:aws:s3:::shop-prod-orders/order-placed/v1/*"}`,
              },
              {
                sign: "-",
                text: say`denies ${"s3:*"} to ${"*"} unless ${"aws:SecureTransport"} is ${"true"}`,
              },
              {
                sign: "~",
                text: say`statement ${"OwnPrefix"}: ${"s3:ListBucket"} is limited to ${"order-placed/"}`,
              },
            ],
          }),
        ],
      }),
      created({
        address: "kafka_topic.order-placed-v2",
        constructPath: "orders/Products/order-placed.v2/Topic",
      }),
      resourceReview({
        address: "postgresql_schema.order-placed-v1",
        ...{ previousAddress: "postgresql_schema.orders", action: "no-op", verdict: "none" },
      }),
    ],
    outputs: [{ name: "orderPlacedTopic", action: "update" }],
    otherDrift: 2,
    remarks: [say`check ${"check.backup"} does not pass: no backup in 24 hours`],
  });

const traffic = () =>
  stackReview({
    ...{ stack: "traffic", domain: "traffic" },
    resources: [
      resourceReview({
        address: 'kafka_topic.this["page-view.v1"]',
        ...{ action: "update", verdict: "dataLoss", consumers: visits, ports: [PAGE_VIEW] },
        constructPath: "traffic/Products/page-view.v1/Topic",
        effects: [
          effect({
            rule: "kafka_topic/retention-lower",
            sentence: say`records of topic ${"traffic.page-view.v1"} older than ${"30 days"} are deleted (was ${"90 days"})`,
            wayOut: say`keep the retention until the readers have caught up`,
            cause: ["config", "retention.ms"],
          }),
        ],
        attributes: [
          attribute({ path: ["config", "retention.ms"], before: "7776000000", after: "2592000000" }),
        ],
      }),
    ],
  });

const users = () =>
  stackReview({ ...{ stack: "users", domain: "users" }, error: "Error: Invalid provider configuration" });

const erp = () =>
  stackReview({
    ...{ stack: "erp", domain: "erp" },
    resources: [
      resourceReview({
        address: "kafka_quota.erp",
        ...{ type: "kafka_quota", action: "replace", verdict: "interruption", ports: [] },
        constructPath: "erp/Quota",
        effects: [
          effect({
            rule: "kafka_quota/replaced",
            verdict: "interruption",
            sentence: say`quota of ${"User:erp"} is removed, then set: in between its clients are not throttled`,
          }),
        ],
        attributes: [
          attribute({
            path: ["config", "producer_byte_rate"],
            forces: true,
            before: 1048576,
            after: 2097152,
          }),
        ],
      }),
    ],
  });
