import { say, type Text } from "../../model";
import { causes, each, rulesOf, type Subject } from "../kit";
import type { Rule } from "../rule";

const resource = (it: Subject): Text =>
  say`on ${it.was("resource_name")} the cluster's ${"allow.everyone.if.no.acl.found"} decides`;

/** `kafka_acl`: every attribute is its identity; Kafka knows no change of one. */
export const ACL: readonly Rule[] = rulesOf({
  type: "kafka_acl",
  source: "plan-review reference §5a; Mongey/kafka, resource_kafka_acl.go",
  created: { verdict: "access", sentence: (it) => say`${it.thingAfter} is new` },
  deleted: {
    verdict: "access",
    sentence: (it) => say`${it.thing} is deleted`,
    wayOut: (it) => say`if it is the last one, keep it: without any ACL ${resource(it)}`,
  },
  replaced: {
    ...{ verdict: "interruption", unread: "none" },
    sentence: (it) =>
      say`${it.thing} is deleted and made anew: its clients are refused in between${causes(it)}`,
    wayOut: () => ["add the new ACL beside the old one, and delete the old one later"],
  },
  forces: each(
    ...["resource_name", "resource_type", "resource_pattern_type_filter", "acl_principal"],
    ...["acl_host", "acl_operation", "acl_permission_type"],
  ),
  besides: [
    {
      ...{ id: "becomes", verdict: "access" },
      when: ({ change }) => change.action === "replace" && change.replacePaths.length > 0,
      sentence: (it) => say`${it.thing} becomes ${it.thingAfter}${host(it)}`,
    },
  ],
});

/** From where, when that is what changes. */
const host = (it: Subject): Text =>
  it.changes("acl_host") ? say`, from host ${it.willBe("acl_host")} instead of ${it.was("acl_host")}` : [];
