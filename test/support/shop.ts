import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { synthMesh, type SynthResult } from "../../src/synth";

export const SHOP = join(__dirname, "..", "..", "examples", "shop");

/** A day on which every agreement of the shop mesh holds. */
export const TODAY = "2026-11-20";

/** The JSON of a stack, as far as tests look into it. */
export interface StackJson {
  readonly terraform: { readonly backend: Record<string, Record<string, unknown>> };
  readonly provider: Record<string, readonly Record<string, unknown>[]>;
  readonly resource: Record<string, Record<string, Record<string, unknown>>>;
  readonly data?: unknown;
  readonly variable?: Record<string, { readonly sensitive?: boolean }>;
  readonly output?: Record<string, { readonly value: unknown }>;
}

/** A temporary copy of the shop mesh with an output folder beside it; removed after all tests of the file. */
export function shopWorkspace() {
  const folder = mkdtempSync(join(tmpdir(), "meshwright-shop-"));
  const root = join(folder, "mesh");
  const outdir = join(folder, "cdktf.out");
  cpSync(SHOP, root, { recursive: true });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  return {
    root,
    outdir,
    synth: (environment = "dev", today = TODAY): SynthResult =>
      synthMesh({ root, outdir, environment, today, cacheFile: join(folder, "cache.json") }),
    /** Replaces a text in a file of the mesh; fails when it is not there. */
    edit: (file: string, from: string, to: string) => {
      const before = readFileSync(join(root, file), "utf8");
      if (!before.includes(from)) throw new Error(`${file} does not hold '${from}'`);
      writeFileSync(join(root, file), before.replace(from, to));
    },
    /** Copies a product under another name, shared with analytics and orders. */
    copyProduct: (from: string, to: string) => {
      const [fromDomain = "", fromName = ""] = from.split("/");
      const [toDomain = "", toName = ""] = to.split("/");
      const target = join(root, "domains", toDomain, "products", toName);
      cpSync(join(root, "domains", fromDomain, "products", fromName), target, { recursive: true });
      for (const file of ["product.yaml", "contract.odcs.yaml"]) {
        const text = readFileSync(join(target, file), "utf8").replaceAll(fromName, toName);
        const share = "  - domain: orders\n    purpose: test\n    until: 2027-01-31\n";
        writeFileSync(join(target, file), file === "product.yaml" ? text + share : text);
      }
    },
    /** Subscribes a domain to version 1 of products. */
    subscribe: (domain: string, products: readonly string[]) => {
      const file = join(root, "domains", domain, "domain.yaml");
      const entries = products.map(
        (product) => `  - product: ${product}\n    version: 1\n    purpose: test\n    until: 2027-01-31\n`,
      );
      writeFileSync(file, readFileSync(file, "utf8") + entries.join(""));
    },
    write: (file: string, text: string) => writeFileSync(join(root, file), text),
    remove: (path: string) => rmSync(join(root, path), { recursive: true }),
    stackText: (name: string) => readFileSync(join(outdir, "stacks", name, "cdk.tf.json"), "utf8"),
    stack: (name: string) =>
      JSON.parse(readFileSync(join(outdir, "stacks", name, "cdk.tf.json"), "utf8")) as StackJson,
    stackNames: () => readdirSync(join(outdir, "stacks")).sort(),
  };
}
