import type { NewFile } from "../new-file";

/** `cdktf.json`: what `cdktf synth` and `cdktf deploy` run. */
export function cdktfJson(): NewFile {
  const settings = {
    language: "typescript",
    app: "node node_modules/meshwright/dist/src/main.js",
    projectId: "meshwright",
    sendCrashReports: "false",
    output: "cdktf.out",
  };
  return { path: "cdktf.json", text: `${JSON.stringify(settings, undefined, 2)}\n` };
}
