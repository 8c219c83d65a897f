import type { NewFile } from "../new-file";
import type { MeshDraft } from "./mesh-draft";

/** `package.json`: the versions that the mesh is built with. */
export function packageJson({ folder, version, peers }: MeshDraft): NewFile {
  const dependencies = {
    ...peers,
    // The framework's command line has the framework's version.
    "cdktf-cli": peers.cdktf ?? "*",
    meshwright: `^${version}`,
  };
  const text = JSON.stringify(
    {
      name: packageName(folder),
      private: true,
      scripts: { validate: "meshwright validate", synth: "meshwright synth" },
      dependencies: Object.fromEntries(Object.entries(dependencies).sort(([a], [b]) => (a < b ? -1 : 1))),
    },
    undefined,
    2,
  );
  return { path: "package.json", text: `${text}\n` };
}

/** npm takes lower-case letters, digits and hyphens in any case. */
function packageName(folder: string): string {
  const name = folder
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return name === "" ? "data-mesh" : name;
}
