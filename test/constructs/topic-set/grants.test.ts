import fc from "fast-check";
import { ConsumerGroup, TopicSet } from "../../../constructs/topic-set";
import type { AppIdentity, Grant } from "../../../constructs/identity";
import { IDENTIFIERS, isReserved } from "../../../src/names";
import type { MeshEnvironment } from "../../../constructs/environment";
import { analyticsReader, DEV, ordersApp, PROD } from "../../support/fixtures";
import { Template, testStack } from "../../support/template";
import { aclsOf, appOf, messageOf, MSK_SCRAM, MTLS, SCRAM } from "./kafka-environments";

const ORDER_PLACED = { domain: "orders", product: "order-placed", major: 1 };

function synth(environment: MeshEnvironment, use: (topics: TopicSet) => unknown): Template {
  return Template.from((stack) =>
    use(
      new TopicSet(stack, "order-placed.v1", { ...ORDER_PLACED, environment, deadLetter: true, retries: 2 }),
    ),
  );
}

/** The grant that `use` gives, and no template. */
function grantOf(environment: MeshEnvironment, use: (topics: TopicSet) => Grant): Grant {
  const props = { ...ORDER_PLACED, environment, deadLetter: true, retries: 2 };
  return use(new TopicSet(testStack(), "t", props));
}

describe("ACLs of a writer", () => {
  it.each([
    ["scram", SCRAM, "User:orders.order-placed"],
    ["scram on MSK", MSK_SCRAM, "User:orders.order-placed"],
    ["mtls", MTLS, "User:CN=orders.order-placed"],
  ])("with %s are write on the topic, and write and read on what it replays", (_, environment, user) => {
    const template = synth(environment, (topics) => topics.grantWrite(ordersApp));

    expect(aclsOf(template)).toEqual([
      `${user} Describe Topic Literal orders.order-placed.v1 * Allow`,
      `${user} Describe Topic Literal orders.order-placed.v1.dlq * Allow`,
      `${user} Describe Topic Literal orders.order-placed.v1.retry.1 * Allow`,
      `${user} Describe Topic Literal orders.order-placed.v1.retry.2 * Allow`,
      `${user} Read Topic Literal orders.order-placed.v1.dlq * Allow`,
      `${user} Read Topic Literal orders.order-placed.v1.retry.1 * Allow`,
      `${user} Read Topic Literal orders.order-placed.v1.retry.2 * Allow`,
      `${user} Write Topic Literal orders.order-placed.v1 * Allow`,
      `${user} Write Topic Literal orders.order-placed.v1.dlq * Allow`,
      `${user} Write Topic Literal orders.order-placed.v1.retry.1 * Allow`,
      `${user} Write Topic Literal orders.order-placed.v1.retry.2 * Allow`,
    ]);
  });

  it("hold its own transactional ids when it writes in transactions", () => {
    const plain = aclsOf(synth(SCRAM, (topics) => topics.grantWrite(ordersApp)));
    const transactional = aclsOf(
      synth(SCRAM, (topics) => topics.grantWrite(ordersApp, { transactional: true })),
    );

    expect(transactional.filter((acl) => !plain.includes(acl))).toEqual([
      "User:orders.order-placed Describe TransactionalID Prefixed orders.order-placed. * Allow",
      "User:orders.order-placed Write TransactionalID Prefixed orders.order-placed. * Allow",
    ]);
  });

  it("are told as a grant", () => {
    const grant = grantOf(SCRAM, (topics) => topics.grantWrite(ordersApp, { transactional: true }));

    expect(grant).toEqual({
      grantee: ordersApp,
      actions: ["Write", "Describe", "Read"],
      resources: [
        "orders.order-placed.v1",
        "orders.order-placed.v1.dlq",
        "orders.order-placed.v1.retry.1",
        "orders.order-placed.v1.retry.2",
        "orders.order-placed.",
      ],
      statements: [],
    });
  });
});

describe("ACLs of a reader", () => {
  it.each([
    ["scram", SCRAM, "User:analytics.reader"],
    ["mtls", MTLS, "User:CN=analytics.reader"],
  ])("with %s are read on the topic alone", (_, environment, user) => {
    const template = synth(environment, (topics) => topics.grantRead(analyticsReader));

    expect(aclsOf(template)).toEqual([
      `${user} Describe Topic Literal orders.order-placed.v1 * Allow`,
      `${user} Read Topic Literal orders.order-placed.v1 * Allow`,
    ]);
  });

  it("are told as a grant", () => {
    expect(grantOf(SCRAM, (topics) => topics.grantRead(analyticsReader))).toEqual({
      grantee: analyticsReader,
      actions: ["Read", "Describe"],
      resources: ["orders.order-placed.v1"],
      statements: [],
    });
  });

  it("may be granted twice, and overlap a writer's", () => {
    const template = synth(SCRAM, (topics) => {
      topics.grantWrite(ordersApp);
      topics.grantRead(ordersApp);
      topics.grantRead(ordersApp);
    });

    expect(aclsOf(template).filter((acl) => acl.includes("placed.v1 "))).toEqual([
      "User:orders.order-placed Describe Topic Literal orders.order-placed.v1 * Allow",
      "User:orders.order-placed Read Topic Literal orders.order-placed.v1 * Allow",
      "User:orders.order-placed Write Topic Literal orders.order-placed.v1 * Allow",
    ]);
  });
});

describe("a consumer group", () => {
  it.each([
    ["scram", SCRAM, "User:analytics.reader"],
    ["mtls", MTLS, "User:CN=analytics.reader"],
  ])("with %s is read on all groups of the app", (_, environment, user) => {
    const template = Template.from(
      (stack) => new ConsumerGroup(stack, "analytics.reader", { environment, app: analyticsReader }),
    );

    expect(aclsOf(template)).toEqual([
      `${user} Describe Group Prefixed analytics.reader. * Allow`,
      `${user} Read Group Prefixed analytics.reader. * Allow`,
    ]);
  });

  it("names groups below its prefix", () => {
    const group = new ConsumerGroup(testStack(), "g", { environment: SCRAM, app: analyticsReader });

    expect(group.groupPrefix).toBe("analytics.reader.");
    expect(group.groupName("main")).toBe("analytics.reader.main");
    expect(group.grant).toMatchObject({ actions: ["Read", "Describe"], resources: ["analytics.reader."] });
  });
});

describe("addresses of ACLs", () => {
  it("stay when an app is granted access before", () => {
    const before = synth(SCRAM, (topics) => topics.grantRead(analyticsReader)).resources("kafka_acl");
    const after = synth(SCRAM, (topics) => {
      topics.grantWrite(ordersApp);
      topics.grantRead(appOf("analytics", "a-new-reader"));
      topics.grantRead(analyticsReader);
    }).resources("kafka_acl");

    expect(after).toEqual(expect.arrayContaining(before));
    expect(after).toHaveLength(before.length + 11 + 2);
  });

  it("say what they are for", () => {
    const template = synth(SCRAM, (topics) => topics.grantRead(analyticsReader));

    expect(template.resources("kafka_acl").map(({ id }) => id.replace(/_[0-9A-F]{8}$/, ""))).toEqual([
      "order-placedv1_Acl_analyticsreader_Describe_Topic_Literal_ordersorder-placedv1",
      "order-placedv1_Acl_analyticsreader_Read_Topic_Literal_ordersorder-placedv1",
    ]);
  });
});

describe("whoever is granted access", () => {
  const HOSTILE = ["*", "User:*", "reader.", "reader*", "a,b", "a\nb", "${var.x}", "réader", "__proto__", ""];

  it.each(HOSTILE)("is never %j", (hostile) => {
    const topics = new TopicSet(testStack(), "t", { ...ORDER_PLACED, environment: SCRAM });

    for (const app of [appOf("orders", hostile), appOf(hostile, "reader")]) {
      const group = () => new ConsumerGroup(testStack(), "g", { environment: SCRAM, app });
      for (const grant of [() => topics.grantRead(app), () => topics.grantWrite(app), group]) {
        expect(messageOf(grant)).toMatch(
          /^\[orders\/[tg]\] (app|domain) '.* (must be lower-case words|is reserved)/,
        );
      }
    }
    expect(topics.node.children).toHaveLength(1);
  });

  it("is of the topic's domain when it writes", () => {
    const topics = new TopicSet(testStack(), "t", { ...ORDER_PLACED, environment: SCRAM });

    expect(messageOf(() => topics.grantWrite(analyticsReader))).toBe(
      "[orders/t] ForeignResource: app 'analytics.reader' cannot write to topic 'orders.order-placed.v1', which only " +
        "apps of domain 'orders' may; grant it read access instead",
    );
  });

  it("is of the topic's environment, whose name no principal tells", () => {
    const topics = new TopicSet(testStack(), "t", { ...ORDER_PLACED, environment: SCRAM });
    const devReader: AppIdentity = { ...analyticsReader, site: DEV.site };

    expect(messageOf(() => topics.grantRead(devReader))).toBe(
      "[orders/t] EnvMismatch: the app is of 'shop-dev', the cluster of 'shop-prod'; name an app of the same environment",
    );
  });

  it("gets no prefix that matches another domain", () => {
    const name = (kind: "domain" | "app") =>
      fc.stringMatching(/^[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,4})?$/).filter((value) => {
        return value.length <= IDENTIFIERS[kind].maxLength && !isReserved(kind, value);
      });

    fc.assert(
      fc.property(
        name("domain"),
        name("app"),
        name("domain"),
        name("app"),
        (domain, app, other, otherApp) => {
          fc.pre(domain !== other || app !== otherApp);
          const prefixOf = (identity: AppIdentity) =>
            new ConsumerGroup(testStack(), "g", { environment: PROD, app: identity }).groupPrefix;

          const [mine, foreign] = [prefixOf(appOf(domain, app)), prefixOf(appOf(other, otherApp))];

          expect(mine.endsWith(".")).toBe(true);
          expect(`${foreign}main`.startsWith(mine)).toBe(false);
        },
      ),
      { numRuns: 50 },
    );
  });
});
