import * as names from "../../src/names";

const prod: names.Site = {
  organisation: "shop",
  environment: "prod",
  account: "111122223333",
  region: "eu-central-1",
};

describe("the names of the orders domain in prod", () => {
  test.each([
    ["topic", names.topicName("orders", "order-placed", 2), "orders.order-placed.v2"],
    ["dead letters", names.deadLetterTopicName("orders", "order-placed", 2), "orders.order-placed.v2.dlq"],
    ["retry", names.retryTopicName("orders", "order-placed", 2, 1), "orders.order-placed.v2.retry.1"],
    ["group", names.consumerGroupName("analytics", "reader", "main"), "analytics.reader.main"],
    ["transactions", names.transactionalIdPrefix("orders", "order-placed"), "orders.order-placed."],
    ["SCRAM principal", names.scramPrincipal("orders", "order-placed"), "User:orders.order-placed"],
    ["certificate", names.certificatePrincipal("orders", "order-placed"), "User:CN=orders.order-placed"],
    ["bucket", names.bucketName(prod, "orders"), "shop-prod-orders-111122223333-eu-central-1"],
    ["prefix", names.portPrefix("order-placed", 2), "products/order-placed/v2/"],
    ["schema", names.productSchemaName("orders", "order-placed", 2), "orders__order_placed__v2"],
    ["private schema", names.domainSchemaName("store-orders"), "store_orders"],
    ["owner", names.ownerRoleName("orders"), "orders__owner"],
    ["login", names.appLoginName("orders", "order-placed"), "orders__app_order_placed"],
    ["read group", names.readGroupName("orders", "order-placed"), "orders__reads_order_placed"],
    ["writers", names.portWriterRoleName("orders", "order-placed", 2), "orders__order_placed__v2__rw"],
    [
      "role",
      names.appRoleArn(prod, "orders", "order-placed"),
      "arn:aws:iam::111122223333:role/mesh/prod/orders/app/prod-orders--order-placed",
    ],
    [
      "boundary",
      names.boundaryPolicyArn(prod, "orders", "app"),
      "arn:aws:iam::111122223333:policy/mesh-guard/prod-orders-boundary",
    ],
    ["key", names.keyAlias(prod, "orders"), "alias/mesh/prod/orders"],
    [
      "alarm",
      names.alarmName(prod, "orders", "order-placed", 2, ["lag", "erp"]),
      "mesh/prod/orders/order-placed.v2/lag/erp",
    ],
    ["dashboard", names.dashboardName(prod, "orders"), "mesh-prod-orders"],
    [
      "secret",
      names.appSecretName(prod, "orders", "order-placed", "kafka"),
      "mesh/prod/orders/order-placed/kafka",
    ],
    ["state", names.stateKey("prod", "orders"), "prod/orders"],
  ])("%s", (_thing, name, expected) => {
    expect(name).toBe(expected);
  });

  test("an MSK topic is named below its cluster", () => {
    const cluster = "arn:aws:kafka:eu-central-1:111122223333:cluster/mesh/7f0c8a52-1";

    expect(names.mskResourceArn(cluster, "topic", "orders.*")).toBe(
      "arn:aws:kafka:eu-central-1:111122223333:topic/mesh/7f0c8a52-1/orders.*",
    );
    expect(names.mskClusterName(cluster)).toBe("mesh");
  });

  test.each([
    ["eu-central-1", "aws"],
    ["cn-north-1", "aws-cn"],
    ["us-gov-west-1", "aws-us-gov"],
  ])("an ARN in %s is in the partition %s", (region, partition) => {
    expect(names.roleArn({ ...prod, region }, "/mesh/", "*")).toBe(
      `arn:${partition}:iam::111122223333:role/mesh/*`,
    );
  });
});

describe("a name that cannot be", () => {
  test.each([
    [
      "Orders",
      "domain 'Orders' must be lower-case words of letters and digits joined by single hyphens, starting with a letter",
    ],
    [
      "a--b",
      "domain 'a--b' must be lower-case words of letters and digits joined by single hyphens, starting with a letter",
    ],
    [
      "a_b",
      "domain 'a_b' must be lower-case words of letters and digits joined by single hyphens, starting with a letter",
    ],
    [
      "",
      "domain '' must be lower-case words of letters and digits joined by single hyphens, starting with a letter",
    ],
    [
      "a\nb",
      "domain 'a\\nb' must be lower-case words of letters and digits joined by single hyphens, starting with a letter",
    ],
    [
      "оrders",
      "domain 'оrders' must be lower-case words of letters and digits joined by single hyphens, starting with a letter",
    ],
    ["a".repeat(21), `domain '${"a".repeat(21)}' has 21 characters, at most 20 are allowed`],
    ["platform", "domain 'platform' is reserved; choose another name"],
    ["orders-boundary", "domain 'orders-boundary' is reserved; choose another name"],
    ["pg-orders", "domain 'pg-orders' is reserved; choose another name"],
    ["select", "domain 'select' is reserved; choose another name"],
  ])("domain %j", (value, message) => {
    expect(() => names.domainTopicPrefix(value)).toThrow(new names.NameError("NameInvalid", message));
  });

  test.each([0, 100, 1.5, NaN])("version %d", (major) => {
    expect(() => names.topicName("orders", "order-placed", major)).toThrow(
      `major version must be a whole number from 1 to 99, got ${major}`,
    );
  });

  test.each([
    [
      '"; DROP SCHEMA x; --',
      `'\\"; DROP SCHEMA x; --' must be lower-case letters, digits and '_', not starting with a digit`,
    ],
    ["pg_orders", "'pg_orders' starts with 'pg_', which the server keeps for itself"],
    ["é".repeat(32), `'${"é".repeat(32)}' has 64 bytes, at most 63 are allowed`],
  ])("SQL name %j", (value, message) => {
    expect(() => names.sqlIdentifier(value)).toThrow(`SQL name ${message}`);
  });

  test("an MSK name with a wildcard before its end", () => {
    const cluster = "arn:aws:kafka:eu-central-1:111122223333:cluster/mesh/7f0c8a52-1";

    expect(() => names.mskResourceArn(cluster, "topic", "*.orders")).toThrow(
      "MSK topic '*.orders' may hold letters, digits, '.', '_', '-' and one '*' at its end",
    );
  });

  test("an account or region that is none", () => {
    expect(() => names.bucketName({ ...prod, account: "1234" }, "orders")).toThrow(
      "account must be twelve digits, got '1234'",
    );
    expect(() => names.bucketName({ ...prod, region: "Frankfurt" }, "orders")).toThrow(
      "region must look like 'eu-central-1', got 'Frankfurt'",
    );
  });
});
