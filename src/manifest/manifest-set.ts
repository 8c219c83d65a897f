import type { Problem } from "../finding";
import type { Digest } from "./cache/file-cache";
import type { DomainLock, DomainManifest, MeshManifest, ProductManifest } from "./schema";

/** A manifest with the file it came from, relative to the mesh's root. */
export interface Loaded<T> {
  readonly file: string;
  readonly manifest: T;
}

/** A domain's manifest. */
export interface LoadedDomain extends Loaded<DomainManifest> {
  /** The folder's name; equal to the manifest's name unless a problem says otherwise. */
  readonly folder: string;
}

/** A product's manifest and its contract, read but not understood yet. */
export interface LoadedProduct extends Loaded<ProductManifest> {
  /** The domain's folder. */
  readonly domain: string;
  readonly folder: string;
  readonly contractFile: string;
  /** The contract as plain data: what YAML says, before ODCS is looked at; undefined when there is none to read. */
  readonly contract: unknown;
  /** Of the contract's bytes, for a `FileCache`; undefined when there are none to read. */
  readonly contractDigest?: Digest;
}

/** What a domain had at its last release, from `locks/<domain>.json`; the domain itself may be gone. */
export interface LoadedLock extends Loaded<DomainLock> {
  readonly domain: string;
}

/** Everything below a mesh's root, each file valid by itself. */
export interface ManifestSet {
  /** Absolute path of the root. */
  readonly root: string;
  readonly mesh: Loaded<MeshManifest>;
  /** Sorted by name. */
  readonly domains: readonly LoadedDomain[];
  /** Sorted by domain, then folder. */
  readonly products: readonly LoadedProduct[];
  /** Sorted by domain. */
  readonly locks: readonly LoadedLock[];
  /** What is there, but has a problem and is left out: rules should not call it unknown. */
  readonly skipped?: Skipped;
}

/** Folders whose manifests have problems. */
export interface Skipped {
  readonly domains: readonly string[];
  /** `domain/folder`. */
  readonly products: readonly string[];
}

/** The outcome of reading: the set is there unless `mesh.yaml` itself is missing or has a problem. */
export interface LoadResult {
  readonly set?: ManifestSet;
  readonly problems: readonly Problem[];
}
