import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { shopWorkspace } from "../support/shop";
import { MARK, PAYLOADS, stringLeaves, withLeaf } from "./payloads";

/** Texts for people, which are in no stack: what they hold is checked where they are shown. */
const FILES = [
  "mesh.yaml",
  "domains/orders/domain.yaml",
  "domains/orders/products/order-placed.v2/product.yaml",
  "domains/users/products/user-profile/product.yaml",
  "domains/orders/products/order-placed.v2/contract.odcs.yaml",
];

describe.each(["dev", "prod"])("every string in the shop's manifests, in %s", (environment) => {
  const shop = shopWorkspace();

  /** The stacks of a mesh in which one string is hostile; undefined when the mesh was refused. */
  const outputOf = (): string | undefined => {
    rmSync(shop.outdir, { recursive: true, force: true });
    if (shop.synth(environment).stacks === undefined) return undefined;
    return readdirSync(join(shop.outdir, "stacks")).map(shop.stackText).join("\n");
  };

  test.each(FILES)("%s", (file) => {
    const path = join(shop.root, file);
    const original = readFileSync(path, "utf8");
    const manifest: unknown = parse(original);
    const leaked: string[] = [];

    // One payload per place, another one at each: all payloads are tried many times over.
    stringLeaves(manifest).forEach((leaf, at) => {
      const payload = PAYLOADS[at % PAYLOADS.length] ?? MARK;
      writeFileSync(path, stringify(withLeaf(manifest, leaf, payload)));
      if (outputOf()?.includes(MARK)) leaked.push(`${leaf.join(".")}: ${payload}`);
    });
    writeFileSync(path, original);

    expect(leaked).toEqual([]);
    expect(outputOf()).toContain("orders.order-placed.v2");
  });
});
