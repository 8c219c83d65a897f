import type { Finding } from "../../../src/finding";
import {
  byRisk,
  say,
  VERDICTS,
  worst,
  type AccessChange,
  type AcknowledgementBlock,
  type Approval,
  type AttributeDiff,
  type BreakSet,
  type Consumer,
  type ContractChangeReview,
  type Counts,
  type Effect,
  type LossSet,
  type ProductReview,
  type ResourceReview,
  type Review,
  type StackReview,
  type Verdict,
} from "../../../src/review/model";

/** How one attribute changes; partitions from 6 to 3 that force a replacement unless told. */
export function attribute(over: Partial<AttributeDiff> = {}): AttributeDiff {
  return { path: ["partitions"], forces: false, before: 6, after: 3, ...over };
}

/** What a rule says; data loss unless told. */
export function effect(over: Partial<Effect> = {}): Effect {
  return {
    rule: "kafka_topic/deleted",
    verdict: "dataLoss",
    sentence: say`topic ${"orders.order-placed.v1"} is deleted: all records and consumer offsets are lost`,
    ...over,
  };
}

/** A domain that reads; `analytics` of team `bi` unless told. */
export function consumer(over: Partial<Consumer> = {}): Consumer {
  return {
    domain: "analytics",
    team: "bi",
    port: "orders/order-placed.v1",
    apps: ["revenue"],
    products: ["analytics/revenue-daily.v1"],
    until: "2027-12-31",
    direct: true,
    ...over,
  };
}

/** A resource that changes; a topic that is made unless told. Its verdict is that of its worst effect. */
export function resourceReview(over: Partial<ResourceReview> = {}): ResourceReview {
  return {
    address: "kafka_topic.order-placed-v1",
    constructPath: "orders/Products/order-placed.v1/Topic",
    type: "kafka_topic",
    action: "create",
    createFirst: false,
    verdict: worst((over.effects ?? []).map(({ verdict }) => verdict)),
    effects: [],
    attributes: [],
    unknown: 0,
    ports: ["orders/order-placed.v1"],
    consumers: [],
    refused: false,
    ...over,
  };
}

/** A topic that is made. */
export function created(over: Partial<ResourceReview> = {}): ResourceReview {
  return resourceReview({
    verdict: "additive",
    effects: [
      effect({
        rule: "created",
        verdict: "additive",
        sentence: say`topic ${"orders.order-placed.v1"} is made`,
      }),
    ],
    attributes: [attribute({ before: undefined, after: 6 })],
    unknown: 1,
    ...over,
  });
}

/** A topic that is deleted with its records, which `analytics` reads. */
export function deleted(over: Partial<ResourceReview> = {}): ResourceReview {
  return resourceReview({ action: "delete", effects: [effect()], consumers: [consumer()], ...over });
}

/** A topic that is replaced because its partitions are fewer. */
export function replaced(over: Partial<ResourceReview> = {}): ResourceReview {
  return resourceReview({
    action: "replace",
    effects: [
      effect({
        rule: "kafka_topic/partitions-lower",
        sentence: say`topic ${"orders.order-placed.v1"} is deleted and made anew: all records and consumer offsets are lost (partitions ${6} → ${3})`,
        wayOut: say`keep the partitions, or add ${"order-placed.v2"} beside it`,
        cause: ["partitions"],
      }),
    ],
    attributes: [attribute({ forces: true })],
    unknown: 1,
    consumers: [consumer()],
    ...over,
  });
}

export const NO_COUNTS: Counts = {
  create: 0,
  update: 0,
  replace: 0,
  delete: 0,
  move: 0,
  import: 0,
  forget: 0,
  drift: 0,
};

/** What the resources come to, as the review counts them. */
export function countsOf(
  resources: readonly ResourceReview[],
  drift: readonly ResourceReview[] = [],
): Counts {
  const count = (wanted: (resource: ResourceReview) => boolean) => resources.filter(wanted).length;
  return {
    create: count(({ action }) => action === "create" || action === "create-forget"),
    update: count(({ action }) => action === "update"),
    replace: count(({ action }) => action === "replace"),
    delete: count(({ action }) => action === "delete"),
    move: count(({ previousAddress }) => previousAddress !== undefined),
    import: count(({ importId }) => importId !== undefined),
    forget: count(({ action }) => action === "forget"),
    drift: drift.length,
  };
}

/** A stack of domain `orders` without resources unless told; verdict and counts follow from its resources. */
export function stackReview(over: Partial<StackReview> = {}): StackReview {
  const resources = over.resources ?? [];
  return {
    stack: "orders",
    domain: "orders",
    verdict: over.error === undefined ? worst(resources.map(({ verdict }) => verdict)) : "planFailed",
    counts: countsOf(resources, over.drift),
    resources,
    drift: [],
    otherDrift: 0,
    outputs: [],
    remarks: [],
    ...over,
  };
}

/** One change of a contract; a removed field unless told. */
export function contractChange(over: Partial<ContractChangeReview> = {}): ContractChangeReview {
  return {
    kind: "fieldRemoved",
    compatibility: "major",
    object: "order_placed",
    field: "customer_id",
    sentence: say`field ${"customer_id"} of ${"order_placed"} is removed`,
    verdict: "breaks",
    ...over,
  };
}

/** A product that loses a field in a minor version unless told. */
export function productReview(over: Partial<ProductReview> = {}): ProductReview {
  return {
    port: "orders/order-placed.v1",
    domain: "orders",
    versionBefore: "1.2.0",
    versionAfter: "1.3.0",
    needed: "major",
    declared: "minor",
    verdict: "breaks",
    changes: [contractChange()],
    consumers: [consumer()],
    wayOut: say`declare version ${"2.0.0"} and serve ${"order-placed.v2"} beside it`,
    file: "domains/orders/products/order-placed/product.yaml",
    ...over,
  };
}

/** Access that somebody gains unless told. */
export function accessChange(over: Partial<AccessChange> = {}): AccessChange {
  return {
    direction: "gained",
    sentence: say`${"User:traffic.campaign"} may read topic ${"orders.order-placed.v2"}`,
    system: "Kafka",
    stack: "orders",
    address: "kafka_acl.traffic-campaign",
    ...over,
  };
}

/** The owner of orders has to approve unless told. */
export function approval(over: Partial<Approval> = {}): Approval {
  return { team: "order-management", reasons: [say`owner of ${"orders"}`], kind: "approves", ...over };
}

/** What `orders` would lose, not acknowledged unless told. */
export function lossSet(over: Partial<LossSet> = {}): LossSet {
  const hash = over.hash ?? "loss:0123456789abcdef";
  return {
    ...{ domain: "orders", stack: "orders", hash },
    about: say`stack ${over.stack ?? "orders"} in ${"prod"}: 1 data loss`,
    losses: [{ stack: "orders", address: "kafka_topic.order-placed-v1", sentence: effect().sentence }],
    entry: `- { plan: "${hash}", reason: "…", until: 2027-01-31 }`,
    file: "domains/orders/domain.yaml",
    ...over,
  };
}

/** What `orders` breaks for `analytics`, not acknowledged unless told. */
export function breakSet(over: Partial<BreakSet> = {}): BreakSet {
  const hash = over.hash ?? "breaks:0123456789abcdef";
  return {
    ...{ domain: "orders", hash },
    about: say`domain ${over.domain ?? "orders"} in ${"prod"}: breaks ${"analytics"}`,
    breaks: [{ port: "orders/order-placed.v1", sentence: contractChange().sentence }],
    consumers: ["analytics"],
    entry: `- { plan: "${hash}", reason: "…", until: 2027-01-31 }`,
    file: "domains/orders/domain.yaml",
    ...over,
  };
}

/** What is to be added to the manifest of orders, for the loss of {@link lossSet} unless told. */
export function acknowledgementBlock(over: Partial<AcknowledgementBlock> = {}): AcknowledgementBlock {
  const { entry, hash } = lossSet();
  return {
    ...{ file: "domains/orders/domain.yaml", teams: ["order-management"], hasOthers: false },
    entries: [{ about: say`stack ${"orders"} in ${"prod"}: 1 data loss`, entry, hash, byLabel: false }],
    yaml: `acknowledgements:\n  # stack orders in prod: 1 data loss\n  ${entry}`,
    notes: [],
    ...over,
  };
}

/** What a policy rule says; an error in the manifest of orders unless told. */
export function finding(over: Partial<Finding> = {}): Finding {
  return {
    code: "UnknownTeam",
    severity: "error",
    message: "there is no team finnance",
    value: "finnance",
    fix: "did you mean finance?",
    at: { file: "domains/orders/domain.yaml", path: ["raci", "consulted", 0] },
    position: { line: 7, column: 21 },
    ...over,
  };
}

/** A review of `shop/prod` in which nothing changes unless told; its verdict is the worst of its parts. */
export function review(over: Partial<Review> = {}): Review {
  const { stacks = [], products = [], access = [], guards = [] } = over;
  const parts = [...stacks, ...products].map(({ verdict }) => verdict);
  if (access.length > 0) parts.push("access");
  if (guards.length > 0) parts.push("cost");
  return {
    id: "shop/prod",
    environment: "prod",
    head: "4f0c1b2a9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f4a",
    base: "0a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5d6e7f8a9b",
    verdict: worst(parts),
    stacks: [],
    unchanged: [],
    ...{ products: [], access: [], guards: [], approvals: [] },
    ...{ lossSets: [], breakSets: [], acknowledgements: [], unmatched: [] },
    findings: [],
    ...{ limits: [], gaps: [], uncommitted: false },
    command: "npx meshwright review --base main --env prod",
    ...over,
  };
}

/** One of everything: what a renderer has to cope with, small enough to read. */
export function sampleReview(): Review {
  const resources = [
    replaced(),
    created({ address: "kafka_topic.order-returned-v1", constructPath: undefined }),
    resourceReview({
      address: "kafka_topic.moved",
      previousAddress: "kafka_topic.old",
      action: "no-op",
      verdict: "none",
    }),
  ];
  return review({
    stacks: [
      stackReview({ resources, outputs: [{ name: "topicName", action: "create" }], otherDrift: 2 }),
      stackReview({ stack: "users", domain: "users", error: "Error: Invalid provider configuration" }),
    ],
    unchanged: [
      { stack: "erp", proven: true },
      { stack: "erp-boundary", proven: true },
    ],
    products: [productReview()],
    access: [
      accessChange(),
      accessChange({ direction: "lost", sentence: say`${"analytics"} may no longer read` }),
    ],
    approvals: [
      approval(),
      approval({ team: "bi", kind: "informed", reasons: [say`reads ${"orders/order-placed.v1"}`] }),
    ],
    lossSets: [lossSet()],
    acknowledgements: [acknowledgementBlock()],
    findings: [finding()],
    limits: [say`what others changed since the last apply is not seen`],
  });
}

/** The shape of every stack of a {@link largeReview}, by number, so that all verdicts are in it. */
const MIX: readonly Verdict[] = [
  "additive",
  "additive",
  "access",
  "dataLoss",
  "cost",
  "none",
  "interruption",
  "breaks",
];

/**
 * Many stacks with many resources each, of all verdicts in turn, sorted as a review sorts them.
 *
 * @param verdicts what the stacks are in turn. @default - all of them
 */
export function largeReview(
  stacks: number,
  resourcesPerStack: number,
  verdicts: readonly Verdict[] = MIX,
): Review {
  const made = Array.from({ length: stacks }, (_, at) =>
    largeStack(at, resourcesPerStack, verdicts[at % verdicts.length] ?? "none"),
  );
  const losing = made.filter(({ verdict }) => verdict === "dataLoss");
  return review({
    stacks: [...made].sort((a, b) => byRisk(a.verdict, b.verdict)),
    unchanged: Array.from({ length: stacks }, (_, at) => ({ stack: `quiet-${at}`, proven: at % 2 === 0 })),
    acknowledgements: losing.map(({ stack }, at) => {
      const entry = `- { plan: "loss:${at.toString(16).padStart(16, "0")}", reason: "…", until: 2027-01-31 }`;
      return acknowledgementBlock({
        ...{ file: `domains/${stack}/domain.yaml`, teams: [`team-${stack}`] },
        yaml: `acknowledgements:\n  # stack ${stack} in prod: 1 data loss\n  ${entry}`,
      });
    }),
    lossSets: losing.map(({ stack, resources }, at) =>
      lossSet({
        domain: stack,
        hash: `loss:${at.toString(16).padStart(16, "0")}`,
        losses: resources.flatMap(({ address, effects: [first] }) =>
          first?.verdict === "dataLoss" ? [{ stack, address, sentence: first.sentence }] : [],
        ),
      }),
    ),
    approvals: made.map(({ stack }) =>
      approval({ team: `team-${stack}`, reasons: [say`owner of ${stack}`] }),
    ),
  });
}

function largeStack(at: number, resources: number, verdict: Verdict): StackReview {
  const stack = `domain-${at}`;
  return stackReview({
    stack,
    domain: stack,
    resources: Array.from({ length: resources }, (_, number) => {
      const risky = number === 0;
      const name = `${stack}.product-${number}.v1`;
      const mine = risky ? verdict : "additive";
      return resourceReview({
        address: `kafka_topic.product-${number}`,
        constructPath: `${stack}/Products/product-${number}.v1/Topic`,
        action: mine === "dataLoss" ? "delete" : mine === "additive" ? "create" : "update",
        verdict: mine,
        effects: [
          effect({
            rule: `kafka_topic/${mine}`,
            verdict: mine,
            sentence: say`topic ${name}: ${VERDICTS[mine].words}`,
          }),
        ],
        attributes: ["name", "partitions", "config.retention.ms", "tags"].map((path, value) =>
          attribute({ path: [path], before: `${stack}-${value}`, after: `${name}-${value}` }),
        ),
        ports: [`${stack}/product-${number}.v1`],
        consumers: risky && verdict === "breaks" ? [consumer({ port: `${stack}/product-${number}.v1` })] : [],
      });
    }),
  });
}
