import type { PortKind } from "../data/state";
import type { NewFile } from "./new-file";
import { folderOfDraft, tableOfDraft, type ProductDraft } from "./product-draft";
import { schemaLine } from "./schema-line";
import { yamlScalar } from "./yaml-scalar";

/** The name of a new product's contract, beside its manifest. */
export const CONTRACT_FILE = "contract.odcs.yaml";

/** `product.yaml` of a new product: a draft is built and not shared. */
export function productFile(draft: ProductDraft): NewFile {
  const { name, version, ports, schemas } = draft;
  const lines = [
    schemaLine("product", schemas, 4),
    "apiVersion: meshwright/v1",
    "kind: DataProduct",
    `name: ${yamlScalar(name)}`,
    `version: ${version}`,
    "# A draft is built and cannot be read by others; make it active when its contract holds.",
    "lifecycle: draft",
    `contract: ${CONTRACT_FILE}`,
    "ports:",
    ...ports.map((kind) => `  ${portLine(kind, draft)}`),
    "slo: { freshness: 1h }",
    "# Who may read it; each entry answers a subscription of that domain.",
    "# shares:",
    "#   - domain: analytics",
    "#     purpose: revenue reporting",
    "#     until: 2027-12-31",
  ];
  return { path: `${folderOfDraft(draft)}/product.yaml`, text: `${lines.join("\n")}\n` };
}

function portLine(kind: PortKind, draft: ProductDraft): string {
  switch (kind) {
    case "topic":
      return "topic: { partitions: 6, retention: 7d }";
    case "bucket":
      return "bucket: { format: parquet, retention: 400d }";
    case "schema":
      return `schema: { tables: [${tableOfDraft(draft)}] }`;
  }
}
