import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { validMesh } from "../../support/mesh-dir";

export const DOMAIN = "domains/orders/domain.yaml";
export const PRODUCT = "domains/orders/products/order-placed/product.yaml";
export const CONTRACT_PATH = "domains/orders/products/order-placed/contract.odcs.yaml";

/** One file of the valid mesh with a part of it replaced. */
export function changed(path: string, part: string, by: string): Record<string, string> {
  const text = validMesh()[path];
  if (typeof text !== "string" || !text.includes(part)) throw new Error(`${path} does not hold '${part}'`);
  return { [path]: text.replace(part, by) };
}

/** Every file below a folder with its text, by path. */
export function filesIn(root: string): Record<string, string> {
  const paths = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => statSync(join(root, path)).isFile())
    .sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), "utf8")]));
}
