import { domainFile } from "../domain-file";
import type { NewFile } from "../new-file";
import { productFiles } from "../product-files";
import { INSTALLED_SCHEMAS } from "../schema-line";
import { cdktfJson } from "./cdktf-json";
import { gitignore } from "./gitignore";
import { FIRST_DOMAIN, FIRST_PRODUCT, FIRST_TEAM, type MeshDraft } from "./mesh-draft";
import { meshYaml } from "./mesh-yaml";
import { packageJson } from "./package-json";
import { readme } from "./readme";
import { workflow } from "./workflow";

/** Everything a new mesh repository consists of, except what is made from its manifests. */
export function meshFiles(draft: MeshDraft): NewFile[] {
  const owner = { team: FIRST_TEAM, email: "orders@example.com" };
  return [
    packageJson(draft),
    cdktfJson(),
    meshYaml(draft),
    domainFile({ ...owner, name: FIRST_DOMAIN, schemas: INSTALLED_SCHEMAS }),
    ...productFiles({
      domain: FIRST_DOMAIN,
      name: FIRST_PRODUCT,
      version: "1.0.0",
      ports: ["topic", "bucket", "schema"],
      owner,
      classification: "internal",
      schemas: INSTALLED_SCHEMAS,
    }),
    gitignore(),
    workflow(),
    readme(draft),
  ];
}
