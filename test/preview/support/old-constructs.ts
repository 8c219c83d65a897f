import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { meshDir, type Files } from "../../support/mesh-dir";

/** Writes one stack that tells how it was called, as `meshwright synth --mesh … --out …` would. */
const SYNTH = `mkdir -p "$5/stacks/orders"
cat > "$5/stacks/orders/cdk.tf.json" <<END
{ "resource": { "terraform_data": { "made": { "input": "$1 $2 $4 $MESHWRIGHT_ENV $MESHWRIGHT_TODAY in $(basename "$3")" } } } }
END`;

const MANIFEST = { name: "meshwright", version: "0.0.7", bin: { meshwright: "meshwright.sh" } };

/**
 * The files of a project that has locked version 0.0.7 of the constructs, as a package beside it: so that it can be
 * installed without a registry.
 *
 * @param script what its `meshwright` does, for a shell
 */
export function projectWithOldConstructs(script = SYNTH): Files {
  const folder = meshDir({
    "package/package.json": JSON.stringify(MANIFEST),
    "package/meshwright.sh": `#!/bin/sh\n${script}\n`,
  });
  chmodSync(join(folder, "package/meshwright.sh"), 0o755);
  execFileSync("tar", ["czf", "old.tgz", "package"], { cwd: folder });
  const tarball = readFileSync(join(folder, "old.tgz"));
  const integrity = `sha512-${createHash("sha512").update(tarball).digest("base64")}`;
  const dependencies = { meshwright: "file:old.tgz" };
  const { version, bin } = MANIFEST;
  return {
    "old.tgz": tarball,
    "package.json": JSON.stringify({ name: "data-mesh", version: "1.0.0", dependencies }),
    "package-lock.json": lockFile({ version, resolved: "file:old.tgz", integrity, bin }, dependencies),
  };
}

/** A lock file of a project that depends on the constructs. */
export function lockFile(constructs: object, dependencies: object = {}): string {
  const packages = {
    "": { name: "data-mesh", version: "1.0.0", dependencies },
    "node_modules/meshwright": constructs,
  };
  return JSON.stringify({
    name: "data-mesh",
    version: "1.0.0",
    lockfileVersion: 3,
    requires: true,
    packages,
  });
}
