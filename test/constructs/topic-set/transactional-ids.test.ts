import { TransactionalIds } from "../../../constructs/topic-set";
import { CLUSTER_ARN, DEV, ordersApp, PROD } from "../../support/fixtures";
import { Template } from "../../support/template";

describe("the transactional ids of an app", () => {
  test("are those that start with its prefix, by one pair of ACLs", () => {
    const app = { ...ordersApp, site: DEV.site };
    const stack = Template.from((scope) => new TransactionalIds(scope, "Ids", { environment: DEV, app }));

    expect(
      stack
        .resources("kafka_acl")
        .map(({ args }) => [args.acl_operation, args.resource_name, args.resource_pattern_type_filter]),
    ).toEqual([
      ["Describe", "orders.order-placed.", "Prefixed"],
      ["Write", "orders.order-placed.", "Prefixed"],
    ]);
  });

  test("are IAM's to guard where clients authenticate by IAM", () => {
    let ids: TransactionalIds | undefined;
    const stack = Template.from((scope) => {
      ids = new TransactionalIds(scope, "Ids", { environment: PROD, app: ordersApp });
    });

    expect(stack.count("kafka_acl")).toBe(0);
    expect(ids?.grant.statements.map(({ Sid, Resource }) => [Sid, Resource])).toEqual([
      ["MskConnect", CLUSTER_ARN],
      ["MskTransactions", `${CLUSTER_ARN.replace(":cluster/", ":transactional-id/")}/orders.order-placed.*`],
    ]);
  });
});
