import { z } from "zod";
import { MAX_MAJOR } from "../../names";
import { planAcknowledgement } from "./acknowledgement";
import { date, email, line, named, productKey, productReference, reason, team, wholeNumber } from "./scalars";
import { WORDS } from "./words";

/** The codes of the findings that an acknowledgement lets pass. */
export const LOSSES = [
  "CleanupChanged",
  "PartitionDecrease",
  "PortRemoved",
  "ProductRemoved",
  "RetentionDecrease",
] as const;

/** A kind of loss, by the code of its finding. */
export type LossCode = (typeof LOSSES)[number];

const subscription = z
  .strictObject({
    product: productReference("domain/product to read."),
    version: wholeNumber("Major version to read.", 1, MAX_MAJOR),
    app: named(
      "app",
      "The app that reads; a product's own app has the product's name. Default reader.",
    ).optional(),
    purpose: line("What the data is used for.", 200),
    until: date("The last day of the agreement."),
  })
  .describe("One product to read.");

const acknowledgement = z
  .strictObject({
    change: z.enum(LOSSES).describe("The code of the finding."),
    product: productKey(),
    reason: reason("Why the loss is accepted."),
    until: date("The last day on which the acknowledgement counts."),
  })
  .describe("One loss of a released product.");

/** `domain.yaml`, a domain team's. */
export const domainSchema = z
  .strictObject({
    apiVersion: z.literal("meshwright/v1"),
    kind: z.literal("Domain"),
    name: named("domain", "The folder's name."),
    parent: named("domain", "The domain this one is a part of.").optional(),
    description: line("What the domain does.").optional(),
    owner: z
      .strictObject({
        team: team("A team of mesh.yaml."),
        email: email("Where alerts go."),
        slack: z
          .string()
          .regex(/^#[a-z0-9._-]{1,79}$/)
          .describe("A channel.")
          .register(WORDS, { form: "a channel's name with '#' in front, in quotes", example: '"#orders"' })
          .optional(),
      })
      .describe("Who answers for the domain."),
    raci: z
      .strictObject({
        responsible: z.array(team("A team.")).max(50).optional().describe("Teams that do the work."),
        accountable: z.array(team("A team.")).max(50).optional().describe("Teams that answer for it."),
        consulted: z.array(team("A team.")).max(50).optional().describe("Teams that are asked before."),
        informed: z.array(team("A team.")).max(50).optional().describe("Teams that are told after."),
      })
      .optional()
      .describe("Which teams take part in a change."),
    subscriptions: z
      .array(subscription)
      .max(500)
      .optional()
      .describe("The consumer's side of an access agreement; the producer's side is a share."),
    acknowledgements: z
      .array(
        z
          .union([acknowledgement, planAcknowledgement])
          .describe("One loss, all of one plan, or all that breaks."),
      )
      .max(100)
      .optional()
      .describe("Losses and breaks accepted, with a reason and an end."),
  })
  .meta({ title: "Meshwright domain", description: "A business domain and what it reads." });

export type DomainManifest = z.infer<typeof domainSchema>;
