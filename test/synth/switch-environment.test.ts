import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { shopWorkspace } from "../support/shop";

describe("switching the environment in one output folder", () => {
  const shop = shopWorkspace();

  test("lets Terraform forget the other backend, so that it cannot offer to copy one state over another", () => {
    shop.synth("dev");
    const folder = join(shop.outdir, "stacks", "orders", ".terraform");
    mkdirSync(join(folder, "providers"), { recursive: true });
    writeFileSync(join(folder, "terraform.tfstate"), "{}");

    shop.synth("prod");

    expect(existsSync(join(folder, "terraform.tfstate"))).toBe(false);
    expect(existsSync(join(folder, "providers"))).toBe(true);
  });

  test("leaves that memory alone while the backend stays the same", () => {
    const memory = join(shop.outdir, "stacks", "users", ".terraform", "terraform.tfstate");
    mkdirSync(join(memory, ".."), { recursive: true });
    writeFileSync(memory, "{}");
    shop.edit("domains/users/products/login-event/product.yaml", "retention: 3d", "retention: 4d");

    expect(shop.synth("prod").stacks?.written).toEqual(["users"]);
    expect(existsSync(memory)).toBe(true);
  });

  test("leaves nothing behind but the stacks, the manifest and the index", () => {
    expect(readdirSync(shop.outdir).sort()).toEqual(["manifest.json", "meshwright.json", "stacks"]);
  });
});
