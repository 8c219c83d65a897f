import type { Attribute, Block, CtyType } from "../../model";

/** The ephemeral resource type that reads a secret's text. */
export const SECRET_VERSION = "aws_secretsmanager_secret_version";

const attribute = (type: CtyType, flags: Partial<Attribute> = {}): Attribute => ({
  type,
  required: false,
  optional: false,
  computed: true,
  sensitive: false,
  writeOnly: false,
  ...flags,
});

const OPTIONAL = { optional: true } as const;

/** Its schema. Source: aws secretsmanager/secret_version_ephemeral.go. */
export const SECRET_VERSION_BLOCK: Block = {
  attributes: {
    arn: attribute("string"),
    created_date: attribute("string"),
    region: attribute("string", OPTIONAL),
    secret_binary: attribute("string", { sensitive: true }),
    secret_id: attribute("string", { required: true, computed: false }),
    secret_string: attribute("string", { sensitive: true }),
    version_id: attribute("string", OPTIONAL),
    version_stage: attribute("string", OPTIONAL),
    version_stages: attribute(["list", "string"]),
  },
  blocks: {},
};
