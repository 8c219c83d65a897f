import type { ResourceChange, Text, Value } from "../model";
import { AWS_THINGS } from "./aws";
import { KAFKA_AND_POSTGRESQL, type Naming } from "./things";

const THINGS = new Map<string, Naming>([
  ...Object.entries(KAFKA_AND_POSTGRESQL),
  ...Object.entries(AWS_THINGS),
]);

type About = Pick<ResourceChange, "type" | "address">;

/** The thing that some values of a resource are about: topic `orders.order-placed.v1`; its address when nothing names it. */
export const thingWith = ({ type, address }: About, values: Value): Text =>
  (values === null ? undefined : THINGS.get(type)?.(values)) ?? [{ code: address }];

/** The thing a change is about, as it is called before the change. */
export const thingOf = (change: ResourceChange): Text =>
  thingWith(change, change.before === null ? change.after : change.before);
