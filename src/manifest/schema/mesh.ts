import { z } from "zod";
import { MSK_CLUSTER_ARN_PATTERN } from "../../names";
import { planAcknowledgement } from "./acknowledgement";
import { contractWeight } from "./contract-changes";
import {
  account,
  duration,
  email,
  hostName,
  httpsUrl,
  line,
  named,
  region,
  retention,
  sqlName,
  team,
  wholeNumber,
} from "./scalars";
import { WORDS } from "./words";

const kafka = z
  .strictObject({
    authentication: z.enum(["iam", "scram", "mtls"]).describe("How clients prove who they are."),
    bootstrapServers: z
      .array(
        z
          .string()
          .max(260)
          .regex(/^[A-Za-z0-9.-]+:[0-9]{1,5}$/)
          .register(WORDS, { form: "host:port", example: "broker.example.com:9092" }),
      )
      .min(1)
      .max(30)
      .describe("host:port of the brokers."),
    clusterArn: z
      .string()
      .regex(new RegExp(MSK_CLUSTER_ARN_PATTERN))
      .describe("ARN of the MSK cluster; leave it out for another Kafka.")
      .register(WORDS, { form: "arn:aws:kafka:region:account:cluster/name/uuid" })
      .optional(),
    brokerCount: wholeNumber(
      "Brokers of the MSK cluster; alarms then watch them one by one.",
      1,
      90,
    ).optional(),
    deniesByDefault: z
      .boolean()
      .optional()
      .describe(
        "The brokers run with allow.everyone.if.no.acl.found=false. Must be true with scram and mtls.",
      ),
    replicationFactor: wholeNumber("Replicas of every partition. Default 3.", 1, 15).optional(),
    tls: z.boolean().optional().describe("Encrypt the connection. Default true."),
  })
  .describe("The Kafka cluster, which exists already.");

const postgres = z
  .strictObject({
    host: hostName("Host of the server."),
    port: wholeNumber("Default 5432.", 1, 65_535).optional(),
    database: sqlName("The database that holds the domains' schemas."),
    authentication: z.enum(["iam", "password"]).describe("How logins prove who they are."),
    adminUser: sqlName("The user Terraform connects as; its password is never written here."),
    sslMode: z
      .enum(["disable", "require", "verify-ca", "verify-full"])
      .optional()
      .describe("Default verify-full."),
    resourceId: z
      .string()
      .regex(/^(db|cluster)-[A-Z0-9]{10,40}$/)
      .describe("RDS resource id; required with iam.")
      .register(WORDS, {
        form: "db- or cluster- and capital letters and digits",
        example: "db-ABCDEFGHIJKL01234",
      })
      .optional(),
    instanceId: z
      .string()
      .max(63)
      .regex(/^[A-Za-z][A-Za-z0-9-]*$/)
      .describe("RDS instance identifier, for database alarms.")
      .register(WORDS, { form: "letters, digits and hyphens, starting with a letter", example: "mesh-prod" })
      .optional(),
  })
  .describe("The Postgres server, which exists already.");

const state = z
  .union([
    z.literal("local"),
    z.strictObject({
      bucket: z
        .string()
        .regex(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/)
        .describe("The S3 bucket that holds the Terraform state.")
        .register(WORDS, { form: "the name of a bucket", example: "shop-terraform-state" }),
      region: region("Region of the bucket. Default: the environment's.").optional(),
    }),
  ])
  .describe("Where Terraform's state is kept: an S3 bucket, or local for an unprotected environment.");

const deploy = z
  .strictObject({
    provider: hostName("OpenID Connect provider of the CI, such as token.actions.githubusercontent.com."),
    repository: z
      .string()
      .max(140)
      .regex(/^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+$/)
      .describe("owner/name of the mesh's repository.")
      .register(WORDS, { form: "owner/name", example: "shop/mesh" }),
  })
  .describe("Who may assume the deploy roles: one CI environment per domain, named <environment>-<domain>.");

const environment = z.strictObject({
  name: named("environment", "One lower-case word."),
  protected: z.boolean().describe("What holds data cannot be destroyed here, and state is never local."),
  allowDestroy: z
    .boolean()
    .optional()
    .describe("With a product's lifecycle retired, lets its data be destroyed. Default false."),
  account: account("AWS account of the platform."),
  region: region("AWS region."),
  domains: z
    .record(
      named("domain", "A domain."),
      z.strictObject({
        account: account("AWS account of this domain.").optional(),
        region: region("AWS region of this domain.").optional(),
      }),
    )
    .optional()
    .describe("Domains that live in an account or region of their own."),
  state,
  kafka,
  postgres,
  deploy: deploy.optional(),
  operators: z
    .array(
      z
        .string()
        .max(2048)
        .regex(/^arn:aws[a-z-]*:iam::[0-9]{12}:role\/[\w+=,.@/-]*[\w+=,.@-]{4,}[\w+=,.@/*-]*$/),
    )
    .max(10)
    .optional()
    .describe("ARNs of the IAM roles of people who deploy by hand; a bucket refuses everyone else."),
  passwordVersion: wholeNumber(
    "Goes up when passwords in Secrets Manager were changed. Default 1.",
    1,
    1e6,
  ).optional(),
});

const limits = z
  .strictObject({
    partitions: wholeNumber("Most partitions of one topic. Default 48.", 1, 10_000).optional(),
    retention: retention("Longest retention of a topic or bucket. Default 3650d.").optional(),
    sharePeriod: duration("Longest a share or subscription may last from today. Default 730d.").optional(),
    expiryNotice: duration(
      "How long before its end a share or subscription is warned about. Default 30d.",
    ).optional(),
    producerBytesPerSecond: wholeNumber("Kafka quota of one app. Default 10485760.", 1024, 1e10).optional(),
    consumerBytesPerSecond: wholeNumber("Kafka quota of one app. Default 20971520.", 1024, 1e10).optional(),
    connectionsPerApp: wholeNumber("Postgres connections of one app. Default 20.", 1, 10_000).optional(),
  })
  .describe("What no domain may exceed.");

const policy = z
  .strictObject({
    classifications: z
      .array(team("A classification."))
      .min(1)
      .optional()
      .describe(
        "Allowed classifications, least sensitive first. Default public, internal, confidential, restricted.",
      ),
    personal: z
      .array(team("A classification."))
      .optional()
      .describe("Classifications that personal data must carry. Default confidential, restricted."),
    residency: z
      .record(z.string(), z.array(region("A region.")))
      .optional()
      .describe("Regions that data of a classification may be read from."),
    contractChanges: z
      .array(contractWeight)
      .max(50)
      .optional()
      .describe("Changes of contracts that are weighed otherwise than usual, for a time."),
  })
  .describe("Settings of the policy rules.");

/** `mesh.yaml`, the platform team's. */
export const meshSchema = z
  .strictObject({
    apiVersion: z.literal("meshwright/v1"),
    kind: z.literal("Mesh"),
    organisation: named("organisation", "One lower-case word; every bucket name starts with it."),
    description: line("What the mesh is for.").optional(),
    teams: z.array(team("A team.")).min(1).max(2000).describe("All teams; owners and RACI name them."),
    environments: z.array(environment).min(1).max(20).describe("The first unprotected one is the default."),
    limits: limits.optional(),
    policy: policy.optional(),
    acknowledgements: z
      .array(planAcknowledgement)
      .max(100)
      .optional()
      .describe("Losses and breaks accepted of the platform's own stack, and of domains that are gone."),
    alerts: z
      .strictObject({
        platform: z.array(email("An address.")).min(1).max(20).describe("Who is paged for every domain."),
        runbooks: httpsUrl("Where runbooks are: <url>/<domain>/<product>.").optional(),
      })
      .describe("Alert routes."),
  })
  .meta({ title: "Meshwright mesh", description: "The platform team's settings of a mesh." });

export type MeshManifest = z.infer<typeof meshSchema>;
export type EnvironmentManifest = MeshManifest["environments"][number];
