import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OfflineWorkspace } from "../../src/deploy/workspace";

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A stack of Terraform's own resources, which need no provider. */
export interface SmallStack {
  readonly resources?: Readonly<Record<string, object>>;
  readonly more?: object;
}

/** An offline environment with stacks that were written by hand. */
export function offlineWorkspace(stacks: Readonly<Record<string, SmallStack>>): OfflineWorkspace {
  const folder = mkdtempSync(join(tmpdir(), "meshwright-deploy-"));
  folders.push(folder);
  const workspace = new OfflineWorkspace(folder, "dev");
  for (const [name, stack] of Object.entries(stacks)) writeStack(workspace, name, stack);
  return workspace;
}

/** Writes the JSON of a stack, as the framework would. */
export function writeStack(
  workspace: OfflineWorkspace,
  name: string,
  { resources = {}, more = {} }: SmallStack,
): void {
  const folder = workspace.stackFolder(name);
  mkdirSync(folder, { recursive: true });
  const withPaths = Object.entries(resources).map(([id, resource]) => {
    return [id, { "//": { metadata: { path: `${name}/Things/${id}` } }, ...resource }] as const;
  });
  const document = {
    terraform: { backend: { local: { path: workspace.stateFile(name) } } },
    resource: { terraform_data: Object.fromEntries(withPaths) },
    ...more,
  };
  writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(document));
}
