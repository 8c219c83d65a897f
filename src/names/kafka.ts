import { identifier, versionLabel } from "./identifiers";
import { NAME_LIMITS } from "./limits";
import { NameError } from "./name-error";
import { fit } from "./shorten";

/** `orders.order-placed.v1`. Kafka treats `.` and `_` alike in metric names, so `_` never appears. */
export function topicName(domain: string, product: string, major: number): string {
  return fit(`${productTopicPrefix(domain, product)}${versionLabel(major)}`, NAME_LIMITS.topic);
}

/** `orders.order-placed.v1.dlq`: records that the product's own app could not process or publish. */
export function deadLetterTopicName(domain: string, product: string, major: number): string {
  return fit(`${topicName(domain, product, major)}.dlq`, NAME_LIMITS.topic);
}

/** `orders.order-placed.v1.retry.1`: the n-th delayed retry, counted from 1. */
export function retryTopicName(domain: string, product: string, major: number, attempt: number): string {
  if (!Number.isInteger(attempt) || attempt < 1) {
    throw new NameError("NameInvalid", `retry attempt must be a whole number from 1, got ${attempt}`);
  }
  return fit(`${topicName(domain, product, major)}.retry.${attempt}`, NAME_LIMITS.topic);
}

/** `orders.`: every topic, group and transactional id of a domain starts with it, and no other domain's does. */
export function domainTopicPrefix(domain: string): string {
  return `${identifier("domain", domain)}.`;
}

/** `orders.order-placed.`: all majors of one product. */
export function productTopicPrefix(domain: string, product: string): string {
  return `${domainTopicPrefix(domain)}${identifier("product", product)}.`;
}

/** `analytics.reader.`: the consumer groups of one app. */
export function consumerGroupPrefix(domain: string, app: string): string {
  return `${domainTopicPrefix(domain)}${identifier("app", app)}.`;
}

/** `analytics.reader.main`: one consumer group; `purpose` has the form of an app name. */
export function consumerGroupName(domain: string, app: string, purpose: string): string {
  return fit(`${consumerGroupPrefix(domain, app)}${identifier("app", purpose)}`, NAME_LIMITS.consumerGroup);
}

/** `orders.order-placed.`: the transactional ids of one app. */
export function transactionalIdPrefix(domain: string, app: string): string {
  return consumerGroupPrefix(domain, app);
}

/** `orders.order-placed`: the SCRAM user or certificate common name of one app. */
export function kafkaUserName(domain: string, app: string): string {
  return `${domainTopicPrefix(domain)}${identifier("app", app)}`;
}

/** `User:orders.order-placed`: the principal an ACL names for a SCRAM user. */
export function scramPrincipal(domain: string, app: string): string {
  return `User:${kafkaUserName(domain, app)}`;
}

/** `CN=orders.order-placed`: what Kafka calls the user of a client certificate that holds a common name alone. */
export function certificateUserName(domain: string, app: string): string {
  return `CN=${kafkaUserName(domain, app)}`;
}

/** `User:CN=orders.order-placed`: the principal an ACL names for a client certificate. */
export function certificatePrincipal(domain: string, app: string): string {
  return `User:${certificateUserName(domain, app)}`;
}
