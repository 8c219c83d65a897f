import { z } from "zod";
import { MAX_MAJOR } from "../../names";
import {
  date,
  duration,
  httpsUrl,
  line,
  named,
  percent,
  productReference,
  retention,
  sqlName,
  wholeNumber,
} from "./scalars";
import { WORDS } from "./words";

const topic = z
  .strictObject({
    partitions: wholeNumber("Never lower than deployed. Default 6.", 1, 10_000).optional(),
    retention: retention("How long records are kept. Default 7d.").optional(),
    cleanup: z
      .enum(["delete", "compact", "compact,delete"])
      .optional()
      .describe("delete for events, compact for state by key. Default delete."),
    deadLetter: z
      .boolean()
      .optional()
      .describe("A topic for records the product's app cannot process. Default false."),
    retries: wholeNumber("Topics for delayed retries. Default 0.", 0, 10).optional(),
    maxMessageBytes: wholeNumber("Largest record batch. Default 1048588.", 1024, 10_485_880).optional(),
    config: z
      .record(z.string().max(64), z.string().max(64))
      .optional()
      .describe("Further topic configs by Kafka's names, values as strings."),
  })
  .describe("A Kafka topic.")
  .register(WORDS, { code: "TopicConfigInvalid" });

const bucket = z
  .strictObject({
    format: z.enum(["parquet", "avro", "orc", "json", "csv"]).describe("File format."),
    retention: retention("When objects expire. Default: never.").optional(),
  })
  .describe("Files below a prefix of the domain's S3 bucket.");

const schema = z
  .strictObject({
    tables: z.array(sqlName("A table.")).min(1).max(500).describe("The tables of the contract."),
  })
  .describe("A Postgres schema.");

const share = z
  .strictObject({
    domain: named("domain", "The domain that may read."),
    purpose: line("What the data may be used for.", 200),
    until: date("The last day of the agreement."),
  })
  .describe("One consumer.");

/** `product.yaml`, one per major version of a data product. */
export const productSchema = z
  .strictObject({
    apiVersion: z.literal("meshwright/v1"),
    kind: z.literal("DataProduct"),
    name: named("product", "The folder's name, without .vN."),
    version: z
      .string()
      .regex(/^[1-9][0-9]?\.(0|[1-9][0-9]{0,3})\.(0|[1-9][0-9]{0,3})$/)
      .describe(`major.minor.patch, major from 1 to ${MAX_MAJOR}; a new major is a port beside the old one.`)
      .register(WORDS, { form: `major.minor.patch, major from 1 to ${MAX_MAJOR}`, example: '"1.2.0"' }),
    description: line("What the product offers.").optional(),
    lifecycle: z
      .enum(["draft", "active", "deprecated", "retired"])
      .describe("Draft is built but not shared."),
    sunset: date("The last day a deprecated version is served; required with deprecated.").optional(),
    contract: z
      .string()
      .max(100)
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*\.ya?ml$/)
      .describe("The ODCS contract, a file beside this one.")
      .register(WORDS, { form: "the name of a .yaml file beside this one", example: "contract.odcs.yaml" }),
    inputs: z
      .array(productReference("A product this one is made from."))
      .max(100)
      .optional()
      .describe("Input ports, for lineage: own products, or products the domain subscribes to."),
    ports: z
      .strictObject({ topic: topic.optional(), bucket: bucket.optional(), schema: schema.optional() })
      .describe("Output ports."),
    slo: z
      .strictObject({
        freshness: duration("How old the newest data may be.").optional(),
        availability: percent("Per cent of requests that succeed.").optional(),
        completeness: percent("Per cent of records that arrive.").optional(),
      })
      .register(WORDS, { code: "SloInvalid" })
      .optional()
      .describe("What consumers can rely on; alarms are made from it."),
    runbook: httpsUrl("What to do when an alarm fires.").optional(),
    shares: z
      .array(share)
      .max(500)
      .optional()
      .describe("The producer's side of an access agreement; the consumer's side is a subscription."),
  })
  .meta({
    title: "Meshwright data product",
    description: "One major version of a data product.",
  });

export type ProductManifest = z.infer<typeof productSchema>;
