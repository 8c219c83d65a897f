import { newContract } from "../../contract";
import { topicName } from "../../names";
import { migrationFrom } from "../data/migration-of";
import type { NewFile } from "./new-file";
import { folderOfDraft, majorOfDraft, tableOfDraft, type ProductDraft } from "./product-draft";
import { CONTRACT_FILE, productFile } from "./product-file";

/** Everything a new product consists of: manifest, contract, and with a schema its first migration. */
export function productFiles(draft: ProductDraft): NewFile[] {
  const contract = contractFile(draft);
  const migration = draft.ports.includes("schema") ? [migrationFile(draft, contract)] : [];
  return [productFile(draft), contract, ...migration];
}

function contractFile(draft: ProductDraft): NewFile {
  const { domain, name, version, ports, owner, classification } = draft;
  const text = newContract({
    ...{ domain, version, classification },
    product: name,
    owner: owner.email,
    team: owner.team,
    topicName: ports.includes("topic") ? topicName(domain, name, majorOfDraft(draft)) : undefined,
    tables: ports.includes("schema") ? [tableOfDraft(draft)] : [],
  });
  return { path: `${folderOfDraft(draft)}/${CONTRACT_FILE}`, text };
}

function migrationFile(draft: ProductDraft, contract: NewFile): NewFile {
  const { domain, name } = draft;
  const { fileName, sql } = migrationFrom(
    { domain, name, major: majorOfDraft(draft), contractFile: contract.path, tables: [tableOfDraft(draft)] },
    Buffer.from(contract.text),
  );
  return { path: `${folderOfDraft(draft)}/migrations/${fileName}`, text: sql };
}
