import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sweepOverrides, withLocalStates } from "../../src/deploy/command/backend-override";
import { parseCommandLine } from "../../src/deploy/command/command-line";
import { reachedBy } from "../../src/deploy/command/local-states";
import { meshDir } from "../support/mesh-dir";

const stack = (name: string) => ({
  [`cdktf.out/stacks/${name}/cdk.tf.json`]: JSON.stringify({
    resource: { terraform_data: { Seal: { input: `prod/${name}` } } },
  }),
});
const root = meshDir({ ...stack("orders"), ...stack("users"), "cdktf.out/stacks/empty/readme": "" });

const workspace = (environment: string) => ({ environment, stateFile: (name: string) => `/states/${name}` });
const reached = (words: string, cwd = root, environment = "prod") => {
  const { states, otherEnvironment } = reachedBy(
    parseCommandLine(words.split(" "), cwd, {}),
    workspace(environment),
  );
  return [...states.map(({ stateFile }) => stateFile), otherEnvironment].filter((each) => each !== undefined);
};

test.each([
  ["terraform -chdir=cdktf.out/stacks/orders plan", "prod", ["/states/orders"]],
  ["sh deploy.sh", "prod", ["/states/orders", "/states/users"]],
  ["cdktf deploy orders", "prod", []],
  ["cdktf deploy orders --skip-synth", "prod", ["/states/orders", "/states/users"]],
  ["sh deploy.sh", "dev", ["prod"]],
])("%s in %s reaches the stacks of %p", (words, environment, expected) => {
  expect(reached(words, root, environment)).toEqual(expected);
});

test("a script in a stack's folder reaches that stack alone, one in any other folder none", () => {
  expect(reached("make plan", join(root, "cdktf.out", "stacks", "users"))).toEqual(["/states/users"]);
  expect(reached("make plan", meshDir({}))).toEqual([]);
});

test("every state is local while something runs, and no longer, however that ends", async () => {
  const folders = ["orders", "users"].map((name) => join(root, "cdktf.out", "stacks", name));
  const states = folders.map((folder) => ({ folder, stateFile: join(root, "states", "one.tfstate") }));

  const failing = withLocalStates(states, () => {
    for (const folder of folders) {
      const [file = ""] = readdirSync(folder).filter((name) => name.endsWith("_override.tf.json"));
      expect(JSON.parse(readFileSync(join(folder, file), "utf8"))).toMatchObject({
        terraform: { backend: { local: { path: "../../../states/one.tfstate" } } },
      });
    }
    return Promise.reject(new Error("stopped"));
  });

  await expect(failing).rejects.toThrow("stopped");
  expect(folders.flatMap((folder) => readdirSync(folder))).toEqual(["cdk.tf.json", "cdk.tf.json"]);
});

test("what a killed command has left is swept, what a running one needs is not", () => {
  const folder = join(root, "cdktf.out", "stacks", "orders");
  const fileOf = (pid: number) => join(folder, `meshwright_offline_${pid}_override.tf.json`);
  for (const pid of [999_999_999, process.pid]) writeFileSync(fileOf(pid), "{}");

  sweepOverrides(folder);

  expect([existsSync(fileOf(999_999_999)), existsSync(fileOf(process.pid))]).toEqual([false, true]);
});
