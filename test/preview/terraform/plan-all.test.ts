import type { PreviewDocument } from "../../../src/preview/documents";
import { planAll } from "../../../src/preview/terraform";

const document = (hasPasswords: boolean): PreviewDocument => ({
  ...{ text: "{}", constructs: new Map(), addresses: new Set(), prevented: new Set(), types: [] },
  hasPasswords,
});

test.each([
  ["after the change", { base: document(false), head: document(true) }],
  ["before it", { base: document(true) }],
])("passwords that are never stored need a newer Terraform: %s", async (_when, sides) => {
  const planning = planAll([{ stack: "users" }, { stack: "orders", ...sides }], {
    ...{ env: {}, publicWords: [], parallelism: 1, folder: "/nowhere" },
    // It is not there either: nothing is started.
    terraform: { command: "/no/such/tofu", product: "OpenTofu", version: "1.10.6" },
  });

  await expect(planning).rejects.toThrow(
    "OpenTofu 1.10.6 is too old for stack 'orders': it has passwords that are never stored, which need OpenTofu 1.11 or later",
  );
});
