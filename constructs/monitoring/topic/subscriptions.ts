import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import type { Construct } from "constructs";
import { textProblem } from "../text";

const EMAIL = /^[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/;

/** Characters of an address (RFC 5321, path length). */
const MAX_EMAIL = 254;

/** Why alerts cannot go to these addresses: empty when they can. */
export function emailProblems(emails: readonly string[]): string[] {
  const seen = new Set<string>();
  return emails.flatMap((email) => {
    const unsafe = textProblem("email", email, MAX_EMAIL);
    if (unsafe !== undefined) return [unsafe];
    if (!EMAIL.test(email)) return [`email '${email}' is no address such as team@example.com`];
    if (seen.has(email.toLowerCase())) return [`email '${email}' is given twice; remove one`];
    seen.add(email.toLowerCase());
    return [];
  });
}

/** Subscribes addresses to a topic; each gets a message that must be confirmed before alerts arrive. */
export function subscribeEmails(scope: Construct, topicArn: string, emails: readonly string[]): void {
  for (const email of emails) {
    new SnsTopicSubscription(scope, email, { topicArn, protocol: "email", endpoint: email });
  }
}
