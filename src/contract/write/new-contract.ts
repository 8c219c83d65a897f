import { ODCS_WRITTEN } from "../structure";
import { renderFlow } from "./render";

/** What a new contract is about. */
export interface NewContractOptions {
  readonly domain: string;
  /** Without the major version. */
  readonly product: string;
  /** @default {@link NEW_CONTRACT_VERSION} */
  readonly version?: string;
  /** Who answers for it, an e-mail address. */
  readonly owner: string;
  /** The owner's team. */
  readonly team: string;
  /** The physical name of the topic port. @default - none */
  readonly topicName?: string;
  /** The tables of the schema port. @default - none */
  readonly tables?: readonly string[];
  /** How long the data is kept. @default {@link NEW_CONTRACT_RETENTION_DAYS} */
  readonly retentionDays?: number;
  /** How sensitive the first field is, a word of `mesh.yaml`. @default {@link NEW_CONTRACT_CLASSIFICATION} */
  readonly classification?: string;
}

/** The version of a new contract. */
export const NEW_CONTRACT_VERSION = "1.0.0";

/** Days a new contract promises to keep data: the default retention of a topic. */
export const NEW_CONTRACT_RETENTION_DAYS = 7;

/** How sensitive the first field of a new contract is. */
export const NEW_CONTRACT_CLASSIFICATION = "internal";

/** The text of a contract that reads without a problem, with the comments a newcomer needs. */
export function newContract(options: NewContractOptions): string {
  const { domain, product, version = NEW_CONTRACT_VERSION, owner, team } = options;
  const { topicName, tables = [], retentionDays = NEW_CONTRACT_RETENTION_DAYS } = options;
  const { classification = NEW_CONTRACT_CLASSIFICATION } = options;
  const major = /^\d+/.exec(version)?.[0] ?? "1";
  const record = product.replaceAll("-", "_");
  const objects = [
    ...(topicName === undefined ? [] : [objectText(record, "topic", topicName, classification)]),
    ...tables.map((table) => objectText(table, "table", undefined, classification)),
  ];
  if (objects.length === 0) objects.push(objectText(record, "file", undefined, classification));
  return `# The promise to everyone who reads this product: an Open Data Contract (ODCS), checked by meshwright validate.
apiVersion: ${ODCS_WRITTEN}
kind: DataContract
id: ${domain}.${product}.v${major}
name: ${renderFlow(product)}
# Its major version is the product's: a change that breaks a reader is a new major beside the old one.
version: ${renderFlow(version)}
status: draft
domain: ${renderFlow(domain)}

description:
  purpose: What the data is for.
  limitations: What it must not be used for.

# What the data looks like: one object for every topic and table.
schema:
${objects.join("")}
# What readers can rely on; the ports keep data at least this long.
slaProperties:
  - property: retention
    value: ${retentionDays}
    unit: d

team:
  name: ${renderFlow(team)}
  members:
    - username: ${renderFlow(owner)}
      role: Owner
`;
}

function objectText(
  name: string,
  physicalType: string,
  physicalName: string | undefined,
  classification: string,
): string {
  const physical = physicalName === undefined ? "" : `\n    physicalName: ${renderFlow(physicalName)}`;
  return `  - name: ${renderFlow(name)}${physical}
    physicalType: ${physicalType}
    description: What one record stands for.
    properties:
      - name: id
        logicalType: string
        description: What tells one record from another.
        required: true
        primaryKey: true
        primaryKeyPosition: 1
        # How sensitive it is, in the words of mesh.yaml. Data about people is tagged: tags: [pii]
        classification: ${renderFlow(classification)}
`;
}
