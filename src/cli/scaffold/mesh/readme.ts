import type { NewFile } from "../new-file";
import { FIRST_DOMAIN, FIRST_PRODUCT, type MeshDraft } from "./mesh-draft";

/** `README.md`: what a team needs to know to change the mesh. */
export function readme({ organisation }: MeshDraft): NewFile {
  const text = `# The data mesh of ${organisation}

Every folder of \`domains/\` is a business domain. Its team describes the data products in YAML and a data contract;
Meshwright turns them into topics, buckets, schemas, roles and alarms.

\`\`\`sh
npm install                     # once; commit package-lock.json
npx meshwright validate         # check everything, with file, line and fix
npx meshwright list             # what there is
npx meshwright deploy --offline # try it: the real Terraform on simulated providers; no cloud, no credentials
npx meshwright review           # before a merge: what can be lost, who is hurt, who must approve
\`\`\`

A review compares with a commit. In a new folder, make the first one:
\`git init --initial-branch=main && git add --all && git commit --message "The data mesh"\`.

## Change something

- A product: \`npx meshwright new product ${FIRST_DOMAIN}/<name> --ports topic,bucket,schema\`
- A domain: add its team to \`mesh.yaml\`, then
  \`npx meshwright new domain <name> --team <team> --email <address>\` and \`npx meshwright codeowners\`
- Read another domain's product: a subscription in your \`domain.yaml\`, answered by a share in its \`product.yaml\`
- Everything about \`${FIRST_DOMAIN}/${FIRST_PRODUCT}\`: \`npx meshwright show ${FIRST_DOMAIN}/${FIRST_PRODUCT}\`

\`locks/\` remembers what was deployed: \`npx meshwright lock\` writes it, and has to be run whenever a product is new or
has more than before, with the change or right after its deployment; \`meshwright deploy\` says when it is due. What is
less than that later, a partition, a port, a retention, a product, is an error until its domain acknowledges the loss in
\`domain.yaml\`. A product goes in two steps: \`lifecycle: retired\`, locked; then its removal, acknowledged. Of what was
never locked, a loss is noticed by the review and by \`meshwright deploy\` alone.

A pull request is checked and reviewed by CI, in one comment, and approved by the team that \`CODEOWNERS\` names.

## Deploy

An environment's cluster and server exist already: \`mesh.yaml\` says where. \`npx meshwright deploy\` plans each stack,
refuses what would lose data that nobody accepted, and then runs \`cdktf deploy\`, which asks for the administrators'
passwords unless \`TF_VAR_kafka_username\`, \`TF_VAR_kafka_password\` and \`TF_VAR_postgres_admin_password\` hold them.
First comes what everybody shares and what no domain may change about itself, by the platform team; then any domain by
itself:

\`\`\`sh
npx meshwright deploy platform --env dev
npx meshwright deploy ${FIRST_DOMAIN}-boundary --env dev
npx meshwright deploy ${FIRST_DOMAIN} --env dev
npx meshwright lock             # when it says so
\`\`\`

\`MESHWRIGHT_ENV=dev npx cdktf deploy ${FIRST_DOMAIN}\` does the same without looking at what is lost: use it only where that does
not matter.

To let CI deploy: fill in \`prod\` in \`mesh.yaml\`, deploy \`platform\` and the boundaries, create one CI environment per
domain named \`prod-<domain>\`, and set the repository's variable \`MESHWRIGHT_ENV\` to \`prod\`. From then on a push to
\`main\` deploys every domain whose stack changed, and then fails while \`locks/\` lacks what it deployed: run
\`npx meshwright lock\`, and let the platform team approve what it writes.
`;
  return { path: "README.md", text };
}
