import { z } from "zod";
import { BY_RISK } from "../../model";
import { HEADLINES, type Readiness } from "../answer";

/** The form of a review for programs; another number means another form. */
export const REVIEW_FORMAT = "meshwright.review/1";

const count = z.number().int().nonnegative();
const verdict = z.enum(BY_RISK).describe("What a change means, by its worst effect.");
const sentence = z
  .string()
  .describe("A sentence without a full stop; names and values in it are in backticks.");
const port = z.string().describe("A product and its major version, such as orders/order-placed.v1.");
const day = z.string().describe("YYYY-MM-DD.");
const action = z.enum([
  "no-op",
  "create",
  "read",
  "update",
  "replace",
  "delete",
  "forget",
  "create-forget",
  "other",
]);
const path = z
  .array(z.union([z.string(), z.number()]))
  .describe("From the root of a resource to a part of it.");
const value = z
  .unknown()
  .describe(
    'A value as JSON. What is known after the apply only is {"$": "unknown"}, what must not be shown is ' +
      '{"$": "sensitive"}, an integer too large for a double is {"$": "integer", "digits": "…"}; names of fields ' +
      "that start with $ have one more of it.",
  );

const counts = z
  .object({
    create: count,
    update: count,
    replace: count,
    delete: count,
    move: count,
    import: count,
    forget: count,
    drift: count,
  })
  .describe("Resources by what happens to them; a replacement counts as one of its own.");

const consumer = z.object({
  domain: z.string(),
  team: z.string().describe("The team that owns the domain."),
  port,
  apps: z.array(z.string()).describe("Apps of the domain that read it; none further down the lineage."),
  products: z.array(port).describe("Products of the domain that are made from it."),
  until: day.optional().describe("When the agreement ends."),
  direct: z.boolean().describe("False for a reader of what is made from it."),
});

const effect = z.object({
  rule: z.string().describe("Stable: kafka_topic/partitions-lower."),
  verdict,
  sentence,
  wayOut: sentence.optional().describe("What to do instead."),
  cause: path.optional(),
});

const attribute = z.object({
  path,
  forces: z.boolean().describe("It forces a replacement."),
  before: value.optional(),
  after: value.optional(),
  note: z.string().optional().describe("What there is to say instead of values."),
  lines: z.array(z.object({ sign: z.enum(["+", "-", "~"]), text: sentence })).optional(),
});

const resource = z.object({
  address: z.string(),
  deposed: z.string().optional(),
  previousAddress: z.string().optional(),
  constructPath: z.string().optional(),
  type: z.string(),
  action,
  createFirst: z.boolean().describe("The new one is made before the old one goes."),
  importId: z.string().optional(),
  verdict,
  effects: z.array(effect),
  attributes: z.array(attribute),
  unknown: count.describe("Computed attributes that are known after the apply only."),
  ports: z.array(port),
  consumers: z.array(consumer),
  rename: z
    .object({ from: z.string(), to: z.string(), because: sentence, moved: z.string() })
    .optional()
    .describe("The other address that it is the same thing under, and the entry that says so."),
  refused: z.boolean().describe("Terraform itself would refuse it."),
});

const stack = z.object({
  stack: z.string(),
  domain: z.string().optional(),
  verdict,
  counts,
  resources: z.array(resource),
  drift: z.array(resource).describe("Changes made by somebody else."),
  otherDrift: count,
  outputs: z.array(z.object({ name: z.string(), action })),
  remarks: z.array(sentence).describe("What did not pass, is incomplete, put off or failed."),
  error: z.string().optional().describe("Why the plan failed."),
});

const contractChange = z.object({
  kind: z.string(),
  compatibility: z.enum(["none", "minor", "major"]),
  object: z.string().optional(),
  field: z.string().optional(),
  sla: z.string().optional(),
  before: z.string().optional(),
  after: z.string().optional(),
  sentence,
  overridden: z.object({ reason: z.string(), until: day }).optional(),
});

const product = z.object({
  port,
  domain: z.string(),
  versionBefore: z.string().optional(),
  versionAfter: z.string().optional(),
  needed: z.enum(["none", "minor", "major"]).describe("The least the version has to be raised by."),
  declared: z.enum(["none", "patch", "minor", "major", "new", "gone"]),
  verdict,
  changes: z.array(contractChange),
  consumers: z.array(consumer),
  wayOut: sentence.optional(),
  file: z.string().describe("Relative to the mesh's root."),
});

const lossSet = z.object({
  domain: z.string(),
  hash: z.string().describe("Over exactly these losses."),
  losses: z.array(z.object({ stack: z.string(), address: z.string(), sentence })),
  acknowledged: z.object({ by: z.enum(["manifest", "label"]), reason: z.string().optional() }).optional(),
  entry: z.string().describe("The line to add to the manifest."),
  file: z.string().optional(),
});

const finding = z.object({
  code: z.string(),
  severity: z.enum(["error", "warning", "note"]),
  message: z.string(),
  value: z.string().optional(),
  rule: z.string().optional(),
  fix: z.string().optional(),
  file: z.string().describe("Relative to the mesh's root."),
  line: count,
  column: count,
});

/** The form of {@link reviewDocument}. */
export const reviewDocumentSchema = z
  .object({
    format: z.literal(REVIEW_FORMAT),
    id: z.string().describe("The same for every review of the same: shop/prod."),
    environment: z.string(),
    head: z.string().optional().describe("The commit that is reviewed."),
    base: z.string().optional().describe("The commit it is compared with."),
    verdict,
    answer: z
      .object({ readiness: z.enum(Object.keys(HEADLINES) as Readiness[]), sentence })
      .describe("Whether it is safe to merge."),
    flags: z
      .object({
        changes: z.boolean(),
        unacknowledgedLoss: z.boolean(),
        breaking: z.boolean(),
        access: z.boolean(),
        failed: z.boolean(),
      })
      .describe("What decides the exit code."),
    counts,
    stacks: z.array(stack).describe("Worst first, then in deployment order."),
    unchanged: z.array(z.object({ stack: z.string(), proven: z.boolean() })),
    products: z.array(product),
    access: z.array(
      z.object({
        direction: z.enum(["gained", "lost", "changed"]),
        sentence,
        system: z.string(),
        stack: z.string().optional(),
        address: z.string().optional(),
      }),
    ),
    approvals: z.array(
      z.object({
        team: z.string(),
        kind: z.enum(["approves", "consulted", "informed"]),
        reasons: z.array(sentence),
      }),
    ),
    lossSets: z.array(lossSet),
    findings: z.array(finding),
    limits: z.array(sentence).describe("What this review cannot know."),
    command: z.string().optional().describe("Makes this review again."),
  })
  .meta({
    title: "Meshwright review",
    description: "What a change comes to: meshwright review --format json.",
  });

/** A review for programs. */
export type ReviewDocument = z.infer<typeof reviewDocumentSchema>;
