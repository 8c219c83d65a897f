import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "../../src/cdk";
import { planStacks } from "../../src/synth";
import { shopWorkspace } from "../support/shop";

describe.each(["dev", "prod"])("the bytes of %s", (environment) => {
  const one = shopWorkspace();
  const other = shopWorkspace();
  const result = one.synth(environment);
  other.synth(environment);

  test("are the same in another directory", () => {
    for (const name of one.stackNames()) expect(other.stackText(name)).toBe(one.stackText(name));
    expect(readFileSync(join(other.outdir, "manifest.json"), "utf8")).toBe(
      readFileSync(join(one.outdir, "manifest.json"), "utf8"),
    );
  });

  test("hold no absolute path", () => {
    for (const name of one.stackNames()) {
      expect(one.stackText(name)).not.toContain(tmpdir());
      expect(one.stackText(name)).not.toContain(process.cwd());
    }
  });

  test("are those that the framework's own App.synth writes", () => {
    const outdir = mkdtempSync(join(tmpdir(), "meshwright-app-"));
    const app = new App({ outdir, stackTraces: false });
    if (result.view === undefined) throw new Error("the shop mesh has errors");
    for (const plan of planStacks(result.view)) plan.define(app);

    app.synth();

    for (const name of one.stackNames()) {
      expect(one.stackText(name)).toBe(readFileSync(join(outdir, "stacks", name, "cdk.tf.json"), "utf8"));
    }
    rmSync(outdir, { recursive: true });
  });
});

describe("the order of keys and list entries in a manifest", () => {
  const one = shopWorkspace();
  const other = shopWorkspace();

  test("does not change the output", () => {
    other.edit(
      "domains/orders/products/order-placed.v2/product.yaml",
      "slo: { freshness: 5m, availability: 99.9, completeness: 99.5 }",
      "slo: { completeness: 99.5, availability: 99.9, freshness: 5m }",
    );
    one.synth();
    other.synth();

    expect(other.stackText("orders")).toBe(one.stackText("orders"));
  });
});
