import { z } from "zod";
import { wholeNumber } from "./scalars";
import { WORDS } from "./words";

const productKey = z
  .string()
  .max(40)
  .regex(/^[a-z][a-z0-9-]*\.v[1-9][0-9]?$/)
  .describe("product.vN of this domain.")
  .register(WORDS, { isName: true, form: "product.vN", example: "order-placed.v1" });

/** `domain.lock.json`, written by `meshwright lock`. */
export const lockSchema = z
  .strictObject({
    apiVersion: z.literal("meshwright/v1"),
    kind: z.literal("DomainLock"),
    products: z
      .record(
        productKey,
        z.strictObject({ partitions: wholeNumber("Partitions of the topic.", 1, 10_000).optional() }),
      )
      .describe("What the domain had at its last release, by product.vN."),
  })
  .meta({ title: "Meshwright domain lock", description: "What a domain had at its last release." });
