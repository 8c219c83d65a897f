export const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

/** What the provider says, its request ids apart. */
export async function refusal(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
    return "done";
  } catch (cause) {
    return (cause as Error).message.replace(UUID, "<id>").replace(/HostID: \w+/, "HostID: <id>");
  }
}

/** S3's refusals. */
export const s3 = (doing: string, operation: string, status: number, what: string) =>
  `${doing}: operation error S3: ${operation}, https response error StatusCode: ${status}, RequestID: <id>, HostID: <id>, api error ${what}`;

/** IAM's refusals. */
export const iam = (doing: string, operation: string, status: number, what: string) =>
  `${doing}: operation error IAM: ${operation}, https response error StatusCode: ${status}, RequestID: <id>, ${what}`;
