import { say } from "../../../../src/review/model";
import { renderPlans } from "../../../../src/review/render";
import {
  accessChange,
  attribute,
  created,
  deleted,
  effect,
  lossSet,
  replaced,
  resourceReview,
  review,
  stackReview,
} from "../../support/review";

const slower = resourceReview({
  address: "kafka_topic.slow",
  action: "update",
  attributes: ["a", "b", "c", "d"].map((name) => attribute({ path: [name] })),
  effects: [effect({ verdict: "cost", sentence: say`topic ${"slow"} keeps more` })],
});

test("of every stack: what is lost or breaks, what it costs, who may do what, the addresses and what others changed", () => {
  const stack = stackReview({
    resources: [replaced(), slower],
    drift: [deleted({ address: "kafka_acl.a", action: "delete" })],
    otherDrift: 2,
    remarks: [say`it is not complete`],
  });
  const lines = renderPlans(
    review({ stacks: [stack], access: [accessChange()], lossSets: [lossSet({ stack: "orders" })] }),
    { unaccepted: (hash) => `refused until ${hash}` },
  );

  expect(lines).toEqual([
    "orders",
    "  data loss: topic `orders.order-placed.v1` is deleted and made anew: all records and consumer offsets are lost (partitions `6` → `3`)",
    "    orders/Products/order-placed.v1/Topic, read by analytics",
    "    instead: keep the partitions, or add `order-placed.v2` beside it",
    "    refused until loss:0123456789abcdef",
    "  cost or limit: topic `slow` keeps more",
    "  gained: `User:traffic.campaign` may read topic `orders.order-placed.v2` (Kafka)",
    "  orders: it is not complete",
    "  ± kafka_topic.order-placed-v1 (partitions)",
    "  ~ kafka_topic.slow (a, b, c, 1 more)",
    "  drift: kafka_acl.a was deleted by somebody else",
    "  drift: 2 changes that nothing here depends on",
  ]);
});

test("an accepted loss is not refused, and many stacks are told in few lines each", () => {
  const resources = Array.from({ length: 5 }, (_, at) => created({ address: `kafka_topic.t${at}` }));
  const stacks = ["a", "b", "c", "d"].map((stack) => stackReview({ stack, resources }));
  const lossSets = [lossSet({ stack: "a", acknowledged: { by: "manifest" } })];

  expect(renderPlans(review({ stacks, lossSets }), { unaccepted: () => "refused" }).slice(0, 7)).toEqual([
    "a",
    "  + kafka_topic.t0",
    "  + kafka_topic.t1",
    "  + kafka_topic.t2",
    "  and 2 addresses more",
    "",
    "b",
  ]);
});
