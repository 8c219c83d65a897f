import { resolve } from "node:path";
import type { z } from "zod";
import { nearest, type Problem } from "../../finding";
import type { FileCache } from "../cache/file-cache";
import { digestOf } from "../cache/file-cache";
import { INPUT_LIMITS } from "../limits";
import { LOCK_FOLDER, lockedDomain, lockFile } from "../lock-file";
import type { Loaded, LoadedDomain, LoadedLock, LoadedProduct, LoadResult } from "../manifest-set";
import { error } from "../problem";
import { domainSchema, lockSchema, meshSchema, productSchema, type MeshManifest } from "../schema";
import {
  clashingNames,
  domainFolderProblem,
  majorOf,
  noLock,
  productFolderProblem,
  sameMajor,
} from "./check-names";
import { lockFormatProblem } from "./lock-format";
import { type Listing, MeshFiles, pathOf } from "./mesh-files";
import { readContractData, readManifest, type ManifestResult, type Refusal } from "./read-manifest";

export interface LoadOptions {
  /** Remembers what was made of files that did not change; the caller saves it. */
  readonly cache?: FileCache;
}

/**
 * Reads everything below a mesh's root. All problems of all files come back, sorted by file; a manifest with a problem
 * is left out of the set and named in `skipped`.
 *
 * @throws Error when `root` is no folder that can be read.
 */
export function loadManifests(root: string, options: LoadOptions = {}): LoadResult {
  return new Loader(resolve(root), options.cache).load();
}

class Loader {
  private readonly files: MeshFiles;
  private readonly problems: Problem[] = [];
  private readonly domains: LoadedDomain[] = [];
  private readonly products: LoadedProduct[] = [];
  private readonly locks: LoadedLock[] = [];
  private readonly skippedDomains: string[] = [];
  private readonly skippedProducts: string[] = [];
  private productFolders = 0;

  public constructor(
    private readonly root: string,
    private readonly cache: FileCache | undefined,
  ) {
    this.files = new MeshFiles(root);
  }

  public load(): LoadResult {
    const top = this.files.list("");
    const mesh = this.mesh(top);
    if (!top.folders.includes("domains")) this.hintAtFolder("", "domains", top);

    const folders = this.files.list("domains").folders;
    if (folders.length > INPUT_LIMITS.domains) this.tooMany("domains", folders.length, INPUT_LIMITS.domains);
    for (const folder of folders.slice(0, INPUT_LIMITS.domains)) this.domain(folder);
    if (this.productFolders > INPUT_LIMITS.products) {
      this.tooMany("products", this.productFolders, INPUT_LIMITS.products);
    }
    this.problems.push(
      ...clashingNames(
        "domain",
        folders.map((folder) => ({ folder, file: domainFile(folder) })),
      ),
    );

    this.allLocks(top);

    const problems = [...this.files.problems, ...this.problems].sort((a, b) => compare(a.at.file, b.at.file));
    if (mesh === undefined) return { problems };
    const { root, domains, products, locks } = this;
    const skipped = { domains: this.skippedDomains, products: this.skippedProducts };
    return { set: { root, mesh, domains, products, locks, skipped }, problems };
  }

  private mesh(top: Listing): Loaded<MeshManifest> | undefined {
    const manifest = this.manifest(meshSchema, "mesh", "", "mesh.yaml", top);
    return manifest && { file: "mesh.yaml", manifest };
  }

  private domain(folder: string): void {
    const path = pathOf("domains", folder);
    const listing = this.files.list(path);
    const file = domainFile(folder);
    const manifest = this.manifest(domainSchema, "domain", path, "domain.yaml", listing);
    const mismatch = manifest && domainFolderProblem({ folder, file }, manifest.name);
    if (mismatch) this.problems.push(mismatch);
    if (manifest && !mismatch) this.domains.push({ file, folder, manifest });
    else this.skippedDomains.push(folder);

    if (!listing.folders.includes("products")) this.hintAtFolder(path, "products", listing);
    else this.productsOf(folder, pathOf(path, "products"));
  }

  /** Every lock, whether its domain is there or not: a lock is what is left of a domain that is gone. */
  private allLocks(top: Listing): void {
    const misspelt = top.folders.find((folder) => /^locks?$/i.test(folder) && folder !== LOCK_FOLDER);
    if (misspelt !== undefined && !top.folders.includes(LOCK_FOLDER)) {
      this.files.missing("", LOCK_FOLDER, [misspelt]);
    }
    const listing = this.files.list(LOCK_FOLDER);
    const { files, folders } = listing;
    if (files.length > INPUT_LIMITS.domains) {
      this.tooMany("locks", files.length, INPUT_LIMITS.domains, LOCK_FOLDER);
    }
    for (const name of [...folders, ...files].slice(0, INPUT_LIMITS.domains)) {
      const domain = folders.includes(name) ? undefined : lockedDomain(name);
      if (domain === undefined) this.problems.push(noLock(name));
      else this.lock(domain, name, listing);
    }
  }

  private lock(domain: string, name: string, listing: Listing): void {
    const manifest = this.manifest(lockSchema, "lock", LOCK_FOLDER, name, listing, lockFormatProblem);
    if (manifest) this.locks.push({ file: lockFile(domain), domain, manifest });
  }

  private productsOf(domain: string, path: string): void {
    const { folders } = this.files.list(path);
    const room = Math.max(0, INPUT_LIMITS.products - this.productFolders);
    this.productFolders += folders.length;

    const majors = new Map<string, string>();
    for (const folder of folders.slice(0, room)) {
      const loaded = this.product(domain, folder, pathOf(path, folder));
      if (loaded !== undefined && this.isFirst(loaded, majors)) this.products.push(loaded);
      else this.skippedProducts.push(`${domain}/${folder}`);
    }
    const named = folders.map((folder) => ({ folder, file: pathOf(path, folder, "product.yaml") }));
    this.problems.push(...clashingNames("product", named));
  }

  /** False, with a problem, when another folder holds the same major version. */
  private isFirst({ file, folder, manifest }: LoadedProduct, majors: Map<string, string>): boolean {
    const { name, version } = manifest;
    const major = `${name}.v${majorOf(version)}`;
    const first = majors.get(major) ?? folder;
    majors.set(major, first);
    if (first !== folder) this.problems.push(sameMajor(file, name, version, first));
    return first === folder;
  }

  private product(domain: string, folder: string, path: string): LoadedProduct | undefined {
    const listing = this.files.list(path);
    const file = pathOf(path, "product.yaml");
    const manifest = this.manifest(productSchema, "product", path, "product.yaml", listing);
    if (manifest === undefined) return undefined;
    const mismatch = productFolderProblem({ folder, file }, manifest.name, manifest.version);
    if (mismatch) this.problems.push(mismatch);
    const contract = this.contract(path, manifest.contract, listing);
    return mismatch ? undefined : { file, domain, folder, manifest, ...contract };
  }

  private contract(
    path: string,
    name: string,
    listing: Listing,
  ): Pick<LoadedProduct, "contractFile" | "contract" | "contractDigest"> {
    const contractFile = pathOf(path, name);
    const others = { ...listing, files: listing.files.filter((each) => each !== "product.yaml") };
    if (!this.files.has(path, name, others)) return { contractFile, contract: undefined };
    const bytes = this.files.read(contractFile);
    if (bytes === undefined) return { contractFile, contract: undefined };
    const digest = digestOf(bytes);
    const { value, problems } = this.remembered(`contract-data ${contractFile}`, digest, () =>
      readContractData(contractFile, bytes),
    );
    this.problems.push(...problems);
    return { contractFile, contract: value, contractDigest: digest };
  }

  private manifest<T>(
    schema: z.ZodType<T>,
    kind: string,
    path: string,
    name: string,
    listing: Listing,
    refusalOf?: Refusal,
  ): T | undefined {
    if (!this.files.has(path, name, listing)) return undefined;
    const file = pathOf(path, name);
    const bytes = this.files.read(file);
    if (bytes === undefined) return undefined;
    const { manifest, problems } = this.remembered<ManifestResult<T>>(`${kind} ${file}`, bytes, () =>
      readManifest(schema, file, bytes, refusalOf),
    );
    this.problems.push(...problems);
    return manifest;
  }

  private remembered<T>(kind: string, content: Uint8Array | string, compute: () => T): T {
    return this.cache === undefined ? compute() : this.cache.through(kind, content, compute);
  }

  /** A folder that may be left out, unless another one looks as if it were meant. */
  private hintAtFolder(path: string, name: string, { folders }: Listing): void {
    const meant = folders.find((folder) => nearest(folder, [name]) !== undefined);
    if (meant !== undefined) this.files.missing(path, name, [meant]);
  }

  private tooMany(what: string, count: number, limit: number, folder = "domains"): void {
    this.problems.push(
      error(
        "InputTooLarge",
        { file: folder, path: [], position: { line: 1, column: 1 } },
        {
          message: `the mesh has ${count} ${what}`,
          value: String(count),
          rule: `at most ${limit}`,
          fix: "split the mesh",
        },
      ),
    );
  }
}

const domainFile = (folder: string): string => pathOf("domains", folder, "domain.yaml");
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
