import { ValidationError } from "../validation";
import type { PolicyLimit } from "./limits";
import type { PolicyDocument } from "./statement";

/** IAM takes U+0020 to U+00FF; everything Meshwright builds is printable ASCII, so anything else is a mistake. */
const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;

/** The size of a rendered policy as AWS counts it under `limit`. */
export function policySize(json: string, limit: PolicyLimit): number {
  return limit.counts === "bytes" ? Buffer.byteLength(json) : json.replace(/\s/g, "").length;
}

/**
 * The policy as the one-line JSON string that goes into Terraform.
 *
 * @throws ValidationError `PolicyTooLarge` when AWS would refuse the size, or when it holds a token or another
 *   character that no validated name can hold.
 */
export function renderPolicy(path: string, document: PolicyDocument, limit: PolicyLimit): string {
  const json = JSON.stringify(document);
  const problems: string[] = [];

  const used = policySize(json, limit);
  if (used > limit.max) {
    problems.push(`PolicyTooLarge: ${limit.kind} has ${used} of ${limit.max} characters; ${limit.hint}`);
  }
  if (!PRINTABLE_ASCII.test(json) || json.includes("${TfToken[")) {
    problems.push(
      `${limit.kind} holds a token or a character outside printable ASCII; build it from names only`,
    );
  }

  if (problems.length > 0) throw new ValidationError(path, problems);
  return json;
}
