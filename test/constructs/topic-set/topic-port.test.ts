import { TopicSet } from "../../../constructs/topic-set";
import { analyticsReader, PROD } from "../../support/fixtures";
import { testStack } from "../../support/template";
import { appOf, messageOf, MTLS, SCRAM } from "./kafka-environments";

const PORT = { environment: PROD, domain: "users", product: "user-profile", major: 2 };

describe("a port of another stack", () => {
  it("has a computed name", () => {
    expect(TopicSet.fromPort(PORT).topicName).toBe("users.user-profile.v2");
  });

  it.each([
    ["scram", SCRAM],
    ["mtls", MTLS],
  ])("with %s leaves its ACLs to its owner", (authentication, environment) => {
    const port = TopicSet.fromPort({ ...PORT, environment });

    expect(messageOf(() => port.grantRead(analyticsReader))).toBe(
      `[users.user-profile.v2] app 'analytics.reader' cannot be granted access here: with '${authentication}' access is ` +
        "an ACL, and the ACLs of a topic belong to its owner; call grantRead on the TopicSet in the stack of domain 'users'",
    );
  });

  it("cannot be named by anything but a domain, a product and a major version", () => {
    const nameless = {
      ...PORT,
      domain: "users*",
      environment: { ...PROD, kafka: { ...SCRAM.kafka, deniesByDefault: false } },
    };

    expect(messageOf(() => TopicSet.fromPort(nameless)).split("\n")).toEqual([
      expect.stringMatching(
        /^\[users\*\/user-profile\] kafka authentication 'scram' needs brokers that deny by default/,
      ),
      "[users*/user-profile] domain 'users*' must be lower-case words of letters and digits joined by single hyphens, " +
        "starting with a letter",
    ]);
  });

  it("is granted to no app with a hostile name", () => {
    expect(messageOf(() => TopicSet.fromPort(PORT).grantRead(appOf("analytics", "*")))).toBe(
      "[users.user-profile.v2] app '*' must be lower-case words of letters and digits joined by single hyphens, starting " +
        "with a letter",
    );
  });
});

describe("metrics", () => {
  it.each([
    ["a topic set", () => new TopicSet(testStack(), "t", PORT)],
    ["a port of another stack", () => TopicSet.fromPort(PORT)],
  ])("of %s are data", (_, make) => {
    const topics = make();
    const dimensions = { "Cluster Name": "mesh-prod", Topic: "users.user-profile.v2" };
    const ofGroup = { ...dimensions, "Consumer Group": "analytics.reader.main" };

    expect(topics.metricBytesIn()).toEqual({
      namespace: "AWS/Kafka",
      metricName: "BytesInPerSec",
      dimensions,
      statistic: "Sum",
      periodSeconds: 60,
    });
    expect(topics.metricOffsetLag("analytics.reader.main")).toEqual({
      namespace: "AWS/Kafka",
      metricName: "MaxOffsetLag",
      dimensions: ofGroup,
      statistic: "Maximum",
      periodSeconds: 60,
    });
    expect(topics.metricTimeLag("analytics.reader.main")).toEqual({
      namespace: "AWS/Kafka",
      metricName: "EstimatedMaxTimeLag",
      dimensions: ofGroup,
      statistic: "Maximum",
      periodSeconds: 60,
    });
  });

  it("are MSK's alone", () => {
    const topics = TopicSet.fromPort({ ...PORT, environment: SCRAM });

    expect(messageOf(() => topics.metricBytesIn())).toBe(
      "[users.user-profile.v2] metric BytesInPerSec needs an MSK cluster, and the environment has no clusterArn; set it",
    );
  });
});
