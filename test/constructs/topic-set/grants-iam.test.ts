import {
  ConsumerGroup,
  kafkaConsumerStatements,
  kafkaGroupStatements,
  kafkaProducerStatements,
  TopicSet,
} from "../../../constructs/topic-set";
import { POLICY_LIMITS, policyDocument, renderPolicy } from "../../../constructs/policy";
import { analyticsReader, CLUSTER_ARN, ordersApp, PROD } from "../../support/fixtures";
import { Template, testStack } from "../../support/template";

const PORT = { environment: PROD, domain: "orders", product: "order-placed", major: 1 };

const arn = (resource: string) =>
  `arn:aws:kafka:eu-central-1:111122223333:${resource.replace("/", "/mesh-prod/7f0c8a52-1c1e-4b7e-9b6c-0d7a2f1b5e9d-3/")}`;

const CONNECT = {
  Sid: "MskConnect",
  Effect: "Allow",
  Action: ["kafka-cluster:Connect", "kafka-cluster:DescribeCluster"],
  Resource: CLUSTER_ARN,
};
const IDEMPOTENCE = {
  Sid: "MskIdempotence",
  Effect: "Allow",
  Action: "kafka-cluster:WriteDataIdempotently",
  Resource: CLUSTER_ARN,
};
const READER_GROUPS = {
  Sid: "MskGroups",
  Effect: "Allow",
  Action: ["kafka-cluster:AlterGroup", "kafka-cluster:DescribeGroup"],
  Resource: arn("group/analytics.reader.*"),
};

const topicSet = (props = {}) => new TopicSet(testStack(), "t", { ...PORT, ...props });

describe("IAM statements of a writer", () => {
  it("are write on the topic and nothing else, without dead letters", () => {
    expect(topicSet().grantWrite(ordersApp).statements).toEqual([
      CONNECT,
      IDEMPOTENCE,
      {
        Sid: "MskWrite",
        Effect: "Allow",
        Action: ["kafka-cluster:DescribeTopic", "kafka-cluster:WriteData"],
        Resource: arn("topic/orders.order-placed.v1"),
      },
    ]);
  });

  it("are read and write on what it replays, and its own transactional ids on demand", () => {
    const topics = topicSet({ deadLetter: true, retries: 1 });

    expect(topics.grantWrite(ordersApp, { transactional: true }).statements).toEqual([
      CONNECT,
      IDEMPOTENCE,
      {
        Sid: "MskWrite",
        Effect: "Allow",
        Action: ["kafka-cluster:DescribeTopic", "kafka-cluster:WriteData"],
        Resource: [
          arn("topic/orders.order-placed.v1"),
          arn("topic/orders.order-placed.v1.dlq"),
          arn("topic/orders.order-placed.v1.retry.1"),
        ],
      },
      {
        Sid: "MskReplay",
        Effect: "Allow",
        Action: "kafka-cluster:ReadData",
        Resource: [arn("topic/orders.order-placed.v1.dlq"), arn("topic/orders.order-placed.v1.retry.1")],
      },
      {
        Sid: "MskTransactions",
        Effect: "Allow",
        Action: ["kafka-cluster:AlterTransactionalId", "kafka-cluster:DescribeTransactionalId"],
        Resource: arn("transactional-id/orders.order-placed.*"),
      },
    ]);
  });
});

describe("IAM statements of a reader", () => {
  const statements = [
    CONNECT,
    {
      Sid: "MskRead",
      Effect: "Allow",
      Action: ["kafka-cluster:DescribeTopic", "kafka-cluster:ReadData"],
      Resource: arn("topic/orders.order-placed.v1"),
    },
    READER_GROUPS,
  ];

  it("are read on the topic and its own groups, whoever owns the topic's stack", () => {
    expect(topicSet({ deadLetter: true }).grantRead(analyticsReader).statements).toEqual(statements);
    expect(TopicSet.fromPort(PORT).grantRead(analyticsReader).statements).toEqual(statements);
  });

  it("are told as a grant", () => {
    expect(TopicSet.fromPort(PORT).grantRead(analyticsReader)).toEqual({
      grantee: analyticsReader,
      actions: [
        "kafka-cluster:Connect",
        "kafka-cluster:DescribeCluster",
        "kafka-cluster:DescribeTopic",
        "kafka-cluster:ReadData",
        "kafka-cluster:AlterGroup",
        "kafka-cluster:DescribeGroup",
      ],
      resources: ["orders.order-placed.v1"],
      statements,
    });
  });

  it("are one for all its topics when it reads several", () => {
    const access = { topicNames: ["orders.a.v1", "users.b.v2"], groupPrefix: "analytics.reader." };

    const [, read] = kafkaConsumerStatements(CLUSTER_ARN, access);

    expect(read?.Resource).toEqual([arn("topic/orders.a.v1"), arn("topic/users.b.v2")]);
  });

  it("are the groups alone for a consumer group", () => {
    const group = new ConsumerGroup(testStack(), "g", { environment: PROD, app: analyticsReader });

    expect(group.grant.statements).toEqual([CONNECT, READER_GROUPS]);
  });
});

describe("with IAM", () => {
  it("no ACL is defined, whatever is granted", () => {
    const template = Template.from((stack) => {
      const topics = new TopicSet(stack, "t", { ...PORT, deadLetter: true });
      topics.grantWrite(ordersApp, { transactional: true });
      topics.grantRead(analyticsReader);
      new ConsumerGroup(stack, "g", { environment: PROD, app: analyticsReader });
    });

    expect(template.resources().map(({ type }) => type)).toEqual(["kafka_topic", "kafka_topic"]);
  });

  it("statements of one Sid differ in their resources alone, so that they can be merged", () => {
    const all = [
      ...kafkaProducerStatements(CLUSTER_ARN, {
        topicName: "orders.a.v1",
        replayTopicNames: ["orders.a.v1.dlq"],
        transactionalIdPrefix: "orders.a.",
      }),
      ...kafkaConsumerStatements(CLUSTER_ARN, { topicNames: ["users.b.v1"], groupPrefix: "orders.a." }),
      ...kafkaGroupStatements(CLUSTER_ARN, "orders.a."),
    ];

    const rest = (sid: string) =>
      new Set(all.filter(({ Sid }) => Sid === sid).map((s) => JSON.stringify({ ...s, Resource: [] })));

    for (const { Sid } of all) expect(rest(Sid).size).toBe(1);
  });

  it("nothing creates, alters or deletes a topic, and no resource is a bare wildcard", () => {
    const statements = topicSet({ deadLetter: true, retries: 10 }).grantWrite(ordersApp, {
      transactional: true,
    }).statements;

    const policy = renderPolicy("test", policyDocument(statements), POLICY_LIMITS.managed);

    expect(policy).not.toMatch(/(Create|Alter|Delete)(Topic|Cluster)|kafka-cluster:\*|[^.]\*"/);
  });
});
