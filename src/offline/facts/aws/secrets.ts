import { regionalArn } from "../../../names";
import { digest, secretSuffix } from "../digest";
import { samePolicy } from "../json-equality";
import { row, type ProviderContext, type ResourceFacts, type Subject } from "../model";
import { text } from "../read";
import { conflicts, json, lengthBetween } from "../rules";
import { awsError, inRegion, REGIONAL, siteOf, TAGGED } from "./common";

/* hashicorp/terraform-provider-aws 6.25, internal/service/secretsmanager and kafka. */

const secretArn = (subject: Subject): string =>
  regionalArn(
    siteOf(subject),
    "secretsmanager",
    `secret:${text(subject.values, "name")}-${secretSuffix(subject.context.seed, subject.token)}`,
  );

/** The name of a secret, of a name or an ARN. */
export function secretNameOf(id: string): string {
  const at = id.indexOf(":secret:");
  return at < 0 ? id : id.slice(at + ":secret:".length).replace(/-[A-Za-z0-9]{6}$/, "");
}

/** What stands for the secret's text in a world where no one has set it: always the same, never a real password. */
export const placeholderSecret = (context: ProviderContext, name: string): string =>
  `offline-${digest("secret", context.seed, name).slice(0, 24)}`;

/** `aws_secretsmanager_secret` */
export const secret: ResourceFacts = row({
  source: "aws secretsmanager/secret.go",
  identity: inRegion("name"),
  computedBlocks: ["replica"],
  local: ["force_overwrite_replica_secret", "recovery_window_in_days"],
  forceNew: ["name", "name_prefix", "region"],
  defaults: { force_overwrite_replica_secret: false, recovery_window_in_days: 30 },
  planned: { ...REGIONAL.planned, ...TAGGED.planned },
  reads: { description: "", kms_key_id: "" },
  equivalent: { policy: samePolicy },
  rules: [
    json("policy"),
    lengthBetween("name", 1, 512),
    {
      path: "recovery_window_in_days",
      problem: (value, name) =>
        typeof value === "number" && value !== 0 && (value < 7 || value > 30)
          ? `expected ${name} to be in the range (7 - 30), got ${value}`
          : undefined,
    },
  ],
  groups: [conflicts("name", "name_prefix"), conflicts("name_prefix", "name")],
  derived: {
    ...TAGGED.derived,
    name_prefix: () => "",
    arn: secretArn,
    id: secretArn,
    policy: () => "",
    replica: () => [],
  },
  taken: (subject) =>
    awsError(
      subject,
      `creating Secrets Manager Secret (${text(subject.values, "name")})`,
      ["Secrets Manager", "CreateSecret", 400],
      `ResourceExistsException: The operation failed because the secret ${text(subject.values, "name")} already exists.`,
    ),
  importer: (id) => ({ name: secretNameOf(id) }),
});

const PARTS = ["cluster_arn", "secret_arn"] as const;

/** `aws_msk_single_scram_secret_association` */
export const singleScramSecretAssociation: ResourceFacts = row({
  source: "aws kafka/single_scram_secret_association.go",
  library: "framework",
  identity: (values) => PARTS.map((name) => text(values, name)).join(","),
  ...REGIONAL,
  forceNew: [...PARTS, "region"],
  derived: { id: ({ values }) => PARTS.map((name) => text(values, name)).join(",") },
  importer: (id) => {
    const [cluster_arn, secret_arn, ...more] = id.split(",");
    if (cluster_arn !== undefined && secret_arn !== undefined && more.length === 0)
      return { cluster_arn, secret_arn };
    return `unexpected format of ID (${id}), expected <cluster_arn>,<secret_arn>`;
  },
});
