import {
  KafkaUser,
  SCRAM_ITERATIONS,
  SCRAM_MECHANISM,
  type KafkaUserProps,
} from "../../../constructs/topic-set";
import { secretsManagerSecret, variableSecret } from "../../../constructs/secret";
import { TerraformResource } from "../../../src/cdk";
import { appSecretName } from "../../../src/names";
import { ordersApp, PROD, vendorReader } from "../../support/fixtures";
import { Template, testStack } from "../../support/template";
import { appOf, messageOf, MSK_SCRAM, MTLS, SCRAM } from "./kafka-environments";

const SECRET_ARN =
  "arn:aws:secretsmanager:eu-central-1:111122223333:secret:AmazonMSK_mesh/prod/orders/order-placed/kafka-a1B2c3";

const synth = (props: Partial<KafkaUserProps>) =>
  Template.from((stack) => new KafkaUser(stack, "u", { environment: SCRAM, app: ordersApp, ...props }));

const refusal = (props: Partial<KafkaUserProps>) =>
  messageOf(() => new KafkaUser(testStack(), "u", { environment: SCRAM, app: ordersApp, ...props }));

describe("a SCRAM user", () => {
  it("has a write-only password, hashed 8192 times with SHA-512", () => {
    const { args } = synth({ password: variableSecret("orders_kafka_password", 3) }).one(
      "kafka_user_scram_credential",
    );

    expect(args).toEqual({
      username: "orders.order-placed",
      scram_mechanism: "SCRAM-SHA-512",
      scram_iterations: 8192,
      password_wo: "${var.orders_kafka_password}",
      password_wo_version: "3",
    });
    expect([SCRAM_MECHANISM, SCRAM_ITERATIONS]).toEqual(["SCRAM-SHA-512", 8192]);
  });

  it("leaves no password in the stack, only where it is", () => {
    const name = appSecretName(PROD.site, "orders", "order-placed", "kafka");
    const template = synth({ password: secretsManagerSecret(name) });

    const { args } = template.one("kafka_user_scram_credential");

    expect(args).not.toHaveProperty("password");
    expect(args.password_wo).toMatch(
      /^\$\{ephemeral\.aws_secretsmanager_secret_version\.\w+\.secret_string\}$/,
    );
    expect(template.json).not.toHaveProperty("data");
  });

  it("is refused without a password", () => {
    expect(refusal({})).toBe(
      "[orders/u] user 'orders.order-placed' authenticates by 'scram' and has no password; pass a secret reference as " +
        "password",
    );
  });
});

describe("a SCRAM user on MSK", () => {
  it("is its secret's association, which leaves those of others alone", () => {
    const template = synth({ environment: MSK_SCRAM, secretArn: SECRET_ARN });

    expect(template.resources().map(({ type }) => type)).toEqual(["aws_msk_single_scram_secret_association"]);
    expect(template.resources()[0]?.args).toEqual({
      cluster_arn: PROD.kafka.clusterArn,
      secret_arn: SECRET_ARN,
    });
  });

  it("takes the ARN of a secret that its own stack defines", () => {
    const template = Template.from((stack) => {
      const secret = new TerraformResource(stack, "x", {
        terraformResourceType: "aws_secretsmanager_secret",
      });
      const secretArn = secret.getStringAttribute("arn");
      new KafkaUser(stack, "u", { environment: MSK_SCRAM, app: ordersApp, secretArn });
    });

    const { args } = template.one("aws_msk_single_scram_secret_association");

    expect(args.secret_arn).toBe("${aws_secretsmanager_secret.x.arn}");
  });

  it("is refused without a secret", () => {
    expect(refusal({ environment: MSK_SCRAM, password: variableSecret("p") })).toBe(
      "[orders/u] user 'orders.order-placed' authenticates by 'scram' on MSK, which reads a secret of AWS Secrets " +
        "Manager; pass the ARN of 'AmazonMSK_mesh/prod/orders/order-placed/kafka' as secretArn",
    );
  });

  it.each([
    ["of another app", SECRET_ARN.replace("order-placed", "other")],
    ["of another domain", SECRET_ARN.replace("/orders/", "/users/")],
    ["of another account", SECRET_ARN.replace("111122223333", "444455556666")],
    ["of another region", SECRET_ARN.replace("eu-central-1", "us-east-1")],
    ["that MSK would not take", SECRET_ARN.replace("AmazonMSK_", "")],
    ["without the characters at its end", SECRET_ARN.replace("-a1B2c3", "")],
    ["that is longer", `${SECRET_ARN}x`],
  ])("is refused with a secret %s", (_, secretArn) => {
    expect(refusal({ environment: MSK_SCRAM, secretArn })).toBe(
      `[orders/u] secretArn '${secretArn}' is not the full ARN of 'AmazonMSK_mesh/prod/orders/order-placed/kafka' in the ` +
        "account and region of the cluster; MSK takes no other",
    );
  });

  it("has its secret in the cluster's account, wherever its domain lives", () => {
    const secretArn = SECRET_ARN.replace("orders/order-placed", "erp/reader");

    expect(synth({ environment: MSK_SCRAM, app: vendorReader, secretArn }).resources()).toHaveLength(1);
  });
});

describe("a user without a password", () => {
  it.each([
    ["mtls", MTLS],
    ["iam", PROD],
  ])("with %s defines nothing", (_, environment) => {
    const template = Template.from((stack) => {
      const user = new KafkaUser(stack, "u", { environment, app: ordersApp, password: variableSecret("p") });
      expect(user.userName).toBe("orders.order-placed");
    });

    expect(template.resources()).toEqual([]);
    expect(template.json).not.toHaveProperty("variable");
  });
});

it("a hostile name is no user", () => {
  expect(refusal({ app: appOf("orders", "*"), password: variableSecret("p") })).toBe(
    "[orders/u] app '*' must be lower-case words of letters and digits joined by single hyphens, starting with a letter",
  );
});
