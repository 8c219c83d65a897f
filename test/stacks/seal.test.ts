import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sealState } from "../../stacks/state";
import { Template } from "../support/template";

/** Runs the real Terraform; the seal is a resource of Terraform's own, so that no provider is needed. */
const ENV = { ...process.env, CHECKPOINT_DISABLE: "1", TF_IN_AUTOMATION: "1" };

describe("a sealed state", () => {
  const folder = mkdtempSync(join(tmpdir(), "meshwright-seal-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  const configure = (owner: string) => {
    const { json } = Template.from((stack) => sealState(stack, owner));
    writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify({ resource: json.resource }));
  };
  const terraform = (...args: string[]) =>
    spawnSync("terraform", [...args, "-no-color"], { cwd: folder, env: ENV, encoding: "utf8" });

  beforeAll(() => {
    configure("dev/orders");
    execFileSync("terraform", ["init", "-no-color"], { cwd: folder, env: ENV, stdio: "pipe" });
    execFileSync("terraform", ["apply", "-auto-approve", "-no-color"], {
      cwd: folder,
      env: ENV,
      stdio: "pipe",
    });
  });

  test("is planned without changes for the environment it was made in", () => {
    configure("dev/orders");

    expect(terraform("plan", "-detailed-exitcode").status).toBe(0);
  });

  test.each(["prod/orders", "dev/users"])("cannot be planned for %s", (owner) => {
    configure(owner);

    const { status, stderr } = terraform("plan", "-detailed-exitcode");

    expect(status).toBe(1);
    expect(stderr.replace(/\s+/g, " ")).toContain(
      `This state belongs to 'dev/orders' and the configuration to '${owner}'. ` +
        "Check the environment (MESHWRIGHT_ENV) and the backend.",
    );
  });

  test("can still be destroyed by its own configuration", () => {
    configure("dev/orders");

    expect(terraform("plan", "-destroy").stdout).toContain("1 to destroy");
  });
});
