// Generates the Kafka bindings from the captured provider schema, with no network, into src/providers/kafka.
// `cdktf get` writes beside other generated files and, with --force, empties its output folder: it must never be src.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";

const target = process.argv[2] ?? "src/providers/kafka";
const staging = ".gen";

rmSync(staging, { recursive: true, force: true });
execFileSync(
  process.execPath,
  [
    createRequire(import.meta.url).resolve("cdktf-cli/bundle/bin/cdktf.js"),
    "get",
    "--experimental-provider-schema-cache-path",
    "provider-schemas/cache",
  ],
  { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, CHECKPOINT_DISABLE: "1", CI: "1" } },
);

mkdirSync(dirname(target), { recursive: true });
rmSync(target, { recursive: true, force: true });
const withoutReadmes = (path) => !path.endsWith("README.md");
cpSync(`${staging}/providers/kafka`, target, { recursive: true, filter: withoutReadmes });
console.log(`${target}: ${readdirSync(target).join(" ")}`);
