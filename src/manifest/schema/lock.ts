import { z } from "zod";
import { productKey, wholeNumber } from "./scalars";

/** The form of a lock; another number means another form. */
export const LOCK_FORMAT = "meshwright.lock/1";

const topic = z.strictObject({
  partitions: wholeNumber("Partitions of the topic.", 1, 10_000),
  cleanup: z.enum(["delete", "compact", "compact,delete"]).describe("How the topic is cleaned up."),
  retentionSeconds: wholeNumber("How long records are kept; for ever without it.", 1, 1e10).optional(),
  retentionBytes: wholeNumber(
    "How much of a partition is kept; all without it.",
    0,
    Number.MAX_SAFE_INTEGER,
  ).optional(),
  deadLetter: z.boolean().describe("Whether there is a topic for records that failed."),
  retries: wholeNumber("Topics for delayed retries.", 0, 10),
});

const bucket = z.strictObject({
  retentionSeconds: wholeNumber("How long files are kept; for ever without it.", 1, 1e10).optional(),
});

const product = z.strictObject({
  lifecycle: z.enum(["draft", "active", "deprecated", "retired"]).describe("The lifecycle it had."),
  topic: topic.optional().describe("The topic it had."),
  bucket: bucket.optional().describe("The bucket port it had."),
  schema: z.boolean().optional().describe("Whether it had a schema."),
});

/** `locks/<domain>.json`, written by `meshwright lock`. */
export const lockSchema = z
  .strictObject({
    apiVersion: z.literal("meshwright/v1"),
    kind: z.literal("DomainLock"),
    format: z.literal(LOCK_FORMAT),
    products: z.record(productKey(), product).describe("What the domain had, by product.vN."),
  })
  .meta({ title: "Meshwright domain lock", description: "What a domain had at its last release." });

/** Written by `meshwright lock` and committed: what a later change must not lose unnoticed. */
export type DomainLock = z.infer<typeof lockSchema>;

/** What one major of a product had, as far as it would be lost. */
export type LockedProduct = DomainLock["products"][string];
