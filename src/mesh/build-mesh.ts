import type { Contract } from "../contract";
import type { DomainLock, LoadedDomain, LoadedProduct, ManifestSet, MeshManifest } from "../manifest";
import { compare, groupBy } from "./collections";
import { DEFAULT_LIMITS, DEFAULT_POLICY, DEFAULT_READER } from "./defaults";
import { parseDuration } from "./duration";
import type { Domain, DuplicateManifest, Mesh, MeshLimits, MeshPolicy, Product } from "./model";
import { productOf } from "./product-of";

type Lock = NonNullable<Domain["lock"]>;

/**
 * The model of a mesh: every default set, every duration in seconds, every map sorted. The order in which manifests
 * were read does not change it.
 *
 * @param contracts by the file they were read from, relative to the mesh's root
 */
export function buildMesh(set: ManifestSet, contracts: ReadonlyMap<string, Contract>): Mesh {
  const { manifest, file } = set.mesh;
  const duplicates: DuplicateManifest[] = [];
  const ports = firstOfEach(
    "product",
    sortedProducts(set.products, contracts),
    (product) => product.key,
    duplicates,
  );
  const products = groupBy(ports.values(), ({ domain }) => domain);
  const locks = new Map(
    set.locks.map(({ domain, manifest: lock }) => [domain, lockOfManifest(lock.products)]),
  );
  const domains = set.domains
    .map((loaded) => domainOf(loaded, products.get(loaded.manifest.name) ?? [], locks.get(loaded.folder)))
    .sort((a, b) => compare(a.name, b.name) || compare(a.file, b.file));

  return {
    file,
    organisation: manifest.organisation,
    teams: new Set(manifest.teams),
    environments: manifest.environments,
    limits: limitsOf(manifest.limits ?? {}),
    policy: policyOf(manifest.policy ?? {}),
    alerts: manifest.alerts,
    acceptedPlans: (manifest.acknowledgements ?? []).map((each, index) => ({ ...each, index })),
    domains: firstOfEach("domain", domains, ({ name }) => name, duplicates),
    locksOfGoneDomains: set.locks
      .filter(({ domain }) => !set.domains.some(({ folder }) => folder === domain))
      .map(({ domain, file: lock, manifest: { products: kept } }) => {
        return { domain, file: lock, products: lockOfManifest(kept) };
      }),
    ports,
    duplicates,
  };
}

function sortedProducts(
  loaded: readonly LoadedProduct[],
  contracts: ReadonlyMap<string, Contract>,
): readonly Product[] {
  return loaded
    .map((each) => productOf(each, contracts.get(each.contractFile)))
    .sort(
      (a, b) =>
        compare(a.domain, b.domain) ||
        compare(a.name, b.name) ||
        a.major - b.major ||
        compare(a.file, b.file),
    );
}

function domainOf({ file, manifest }: LoadedDomain, products: readonly Product[], lock?: Lock): Domain {
  const { name, parent, description, owner, raci } = manifest;
  return {
    name,
    file,
    parent,
    description,
    owner,
    raci: {
      responsible: raci?.responsible ?? [],
      accountable: raci?.accountable ?? [],
      consulted: raci?.consulted ?? [],
      informed: raci?.informed ?? [],
    },
    subscriptions: (manifest.subscriptions ?? []).map((subscription, index) => ({
      consumer: name,
      product: subscription.product,
      major: subscription.version,
      app: subscription.app ?? DEFAULT_READER,
      purpose: subscription.purpose,
      until: subscription.until,
      index,
    })),
    ...acknowledgementsOf(manifest.acknowledgements ?? []),
    products,
    lock,
  };
}

/** The two forms apart, each with its place in the one list. */
function acknowledgementsOf(
  entries: NonNullable<LoadedDomain["manifest"]["acknowledgements"]>,
): Pick<Domain, "acknowledgements" | "acceptedPlans"> {
  const indexed = entries.map((entry, index) => ({ ...entry, index }));
  return {
    acknowledgements: indexed.flatMap((entry) => ("change" in entry ? [entry] : [])),
    acceptedPlans: indexed.flatMap((entry) => ("plan" in entry ? [entry] : [])),
  };
}

/** Sorted by key, and never looked up through a prototype. */
function lockOfManifest(products: DomainLock["products"]): Lock {
  return new Map(Object.entries(products).sort(([a], [b]) => compare(a, b)));
}

function limitsOf(limits: NonNullable<MeshManifest["limits"]>): MeshLimits {
  const duration = (name: "retention" | "sharePeriod" | "expiryNotice") => {
    const text = limits[name];
    return text === undefined ? DEFAULT_LIMITS[name] : parseDuration(text);
  };
  return {
    partitions: limits.partitions ?? DEFAULT_LIMITS.partitions,
    retention: duration("retention"),
    sharePeriod: duration("sharePeriod"),
    expiryNotice: duration("expiryNotice"),
    producerBytesPerSecond: limits.producerBytesPerSecond ?? DEFAULT_LIMITS.producerBytesPerSecond,
    consumerBytesPerSecond: limits.consumerBytesPerSecond ?? DEFAULT_LIMITS.consumerBytesPerSecond,
    connectionsPerApp: limits.connectionsPerApp ?? DEFAULT_LIMITS.connectionsPerApp,
  };
}

function policyOf(policy: NonNullable<MeshManifest["policy"]>): MeshPolicy {
  const { classifications, personal, residency, contractChanges = [] } = policy;
  return {
    classifications: classifications ?? DEFAULT_POLICY.classifications,
    personal: personal ?? DEFAULT_POLICY.personal,
    residency: residency === undefined ? DEFAULT_POLICY.residency : new Map(Object.entries(residency)),
    contractWeights: contractChanges.map((each, index) => ({ ...each, index })),
  };
}

/** The values by name; of two of one name the first counts, and the other is written down. */
function firstOfEach<T extends { readonly file: string }>(
  kind: DuplicateManifest["kind"],
  values: readonly T[],
  nameOf: (value: T) => string,
  duplicates: DuplicateManifest[],
): Map<string, T> {
  const byName = new Map<string, T>();
  for (const value of values) {
    const name = nameOf(value);
    const first = byName.get(name);
    if (first === undefined) byName.set(name, value);
    else duplicates.push({ kind, name, file: value.file, first: first.file });
  }
  return byName;
}
