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
  missing: z.boolean().optional().describe("It differs, and there is no plan of it."),
});

const contractChange = z.object({
  kind: z.string(),
  compatibility: z.enum(["none", "minor", "major"]),
  object: z.string().optional(),
  field: z.string().optional(),
  sla: z.string().optional(),
  limit: z.string().optional().describe("The limit of a field's values that changes: maxLength."),
  before: z.string().optional(),
  after: z.string().optional(),
  sentence,
  verdict,
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

const riskSet = z.object({
  domain: z.string().describe("Accepts it in its manifest."),
  about: sentence,
  hash: z.string().describe("Over exactly this in this environment: loss: or breaks: and sixteen digits."),
  acknowledged: z.object({ by: z.enum(["manifest", "label"]), reason: z.string().optional() }).optional(),
  entry: z.string().describe("The line to add to the manifest."),
  file: z.string().optional(),
});

const lossSet = riskSet.extend({
  stack: z.string(),
  losses: z.array(z.object({ stack: z.string(), address: z.string(), sentence })),
});

const breakSet = riskSet.extend({
  consumers: z.array(z.string()).describe("Domains that read it directly."),
  breaks: z.array(
    z.object({
      stack: z.string().optional(),
      address: z.string().optional(),
      port: port.optional(),
      sentence,
    }),
  ),
});

const acknowledgement = z.object({
  file: z.string().describe("The manifest, relative to the mesh's root."),
  teams: z.array(z.string()).describe("Who accepts."),
  hasOthers: z.boolean().describe("The manifest has acknowledgements already, below which the entries go."),
  entries: z.array(
    z.object({
      about: sentence,
      entry: z.string(),
      hash: z.string().optional(),
      byLabel: z.boolean().describe("A label or a flag accepts it, for this review alone."),
    }),
  ),
  yaml: z.string().describe("The entries to copy; their author puts in the reasons."),
  notes: z.array(sentence).describe("What keeps it from happening all the same."),
});

const guard = z.object({
  kind: z.enum(["environment", "lock", "owner", "policy"]),
  sentence,
  file: z.string().describe("Where it is said, or is said no longer, relative to the mesh's root."),
  path: path.describe("Where in the file; empty for the file as a whole."),
  teams: z.array(z.string()).describe("Who has to approve, by the base of the change."),
  wayOut: sentence.optional().describe("What to do instead."),
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
    uncommitted: z.boolean().describe("Changes are reviewed too that are in no commit."),
    verdict,
    answer: z
      .object({ readiness: z.enum(Object.keys(HEADLINES) as Readiness[]), sentence })
      .describe("Whether it is safe to merge."),
    flags: z
      .object({
        changes: z.boolean(),
        unacknowledgedLoss: z.boolean(),
        breaking: z.boolean().describe("Readers fail, and nobody has acknowledged it."),
        access: z.boolean(),
        unknown: z.boolean(),
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
        system: z
          .string()
          .describe("`mesh` for agreements, else what carries one out, or changes by itself."),
        because: z
          .object({
            kind: z.enum(["agreement", "own", "none"]),
            reader: z.string().optional(),
            port: port.optional(),
            domain: z.string().optional(),
          })
          .optional()
          .describe(
            "What explains it, where both sides of the mesh are known: an agreement (`reader` reads `port`), or that it is within one `domain`; `none` when nothing does.",
          ),
        file: z.string().optional().describe("The manifest that says it, relative to the mesh's root."),
        stack: z.string().optional(),
        address: z.string().optional(),
      }),
    ),
    guards: z
      .array(guard)
      .describe(
        "What protects the mesh less than before, whatever the plans say; each counts as cost or limit.",
      ),
    approvals: z.array(
      z.object({
        team: z.string(),
        kind: z.enum(["approves", "consulted", "informed"]),
        reasons: z.array(sentence),
      }),
    ),
    lossSets: z.array(lossSet),
    breakSets: z.array(breakSet).describe("What each domain breaks for its readers."),
    acknowledgements: z
      .array(acknowledgement)
      .describe("What has to be added to manifests, one of each file."),
    unmatched: z.array(z.string()).describe("Hashes that are accepted, and that nothing here has."),
    findings: z.array(finding),
    gaps: z
      .array(sentence)
      .describe("What was not compared and why; with any of it, nobody can say that it is safe to merge."),
    limits: z.array(sentence).describe("What this review cannot know."),
    command: z.string().optional().describe("Makes this review again."),
  })
  .meta({
    title: "Meshwright review",
    description: "What a change comes to: meshwright review --format json.",
  });

/** A review for programs. */
export type ReviewDocument = z.infer<typeof reviewDocumentSchema>;
