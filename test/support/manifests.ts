import type { Contract, ContractField } from "../../src/contract";
import type {
  DomainLock,
  DomainManifest,
  EnvironmentManifest,
  LoadedDomain,
  LoadedProduct,
  ManifestSet,
  MeshManifest,
  ProductManifest,
} from "../../src/manifest";
import { LOCK_FORMAT, lockFile } from "../../src/manifest";
import { buildMesh, type Mesh } from "../../src/mesh";

/** Everything a test needs to say of a mesh; the rest is unremarkable. */
export interface MeshParts {
  readonly mesh?: Partial<MeshManifest>;
  readonly domains?: readonly LoadedDomain[];
  readonly products?: readonly LoadedProduct[];
  readonly contracts?: readonly Contract[];
  readonly locks?: Readonly<Record<string, DomainLock["products"]>>;
}

/** A manifest of an environment named `prod`. */
export function environment(overrides: Partial<EnvironmentManifest> = {}): EnvironmentManifest {
  return {
    name: "prod",
    protected: true,
    account: "111122223333",
    region: "eu-central-1",
    state: { bucket: "shop-state" },
    kafka: {
      authentication: "iam",
      bootstrapServers: ["broker.example.com:9098"],
      clusterArn: "arn:aws:kafka:eu-central-1:111122223333:cluster/mesh/0a1b2c3d-1",
    },
    postgres: {
      host: "db.example.com",
      database: "mesh",
      authentication: "iam",
      adminUser: "mesh_admin",
      resourceId: "db-ABCDEFGHIJKL01234",
    },
    ...overrides,
  };
}

/** `domains/<name>/domain.yaml`. */
export function domain(name: string, overrides: Partial<DomainManifest> = {}): LoadedDomain {
  return {
    file: `domains/${name}/domain.yaml`,
    folder: name,
    manifest: {
      apiVersion: "meshwright/v1",
      kind: "Domain",
      name,
      owner: { team: "platform", email: "team@example.com" },
      ...overrides,
    },
  };
}

/** `domains/<domain>/products/<name>/product.yaml`, or `<name>.vN` from the second major on. */
export function product(
  inDomain: string,
  name: string,
  overrides: Partial<ProductManifest> = {},
): LoadedProduct {
  const version = overrides.version ?? "1.0.0";
  const major = Number.parseInt(version, 10);
  const folder = major === 1 ? name : `${name}.v${major}`;
  return {
    file: `domains/${inDomain}/products/${folder}/product.yaml`,
    domain: inDomain,
    folder,
    contractFile: `domains/${inDomain}/products/${folder}/contract.odcs.yaml`,
    contract: undefined,
    manifest: {
      apiVersion: "meshwright/v1",
      kind: "DataProduct",
      name,
      version,
      lifecycle: "active",
      contract: "contract.odcs.yaml",
      ports: { topic: {} },
      ...overrides,
    },
  };
}

/** The contract of a product, with one table. */
export function contractOf(
  { contractFile }: LoadedProduct,
  fields: readonly Partial<ContractField>[] = [],
  overrides: Partial<Contract> = {},
): Contract {
  return {
    file: contractFile,
    id: "contract",
    version: "1.0.0",
    apiVersion: "v3.2.0",
    objects: [
      {
        name: "rows",
        index: 0,
        fields: fields.map((field, index) => ({
          path: `field_${index}`,
          at: ["schema", 0, "properties", index],
          required: false,
          unique: false,
          personal: false,
          ...field,
        })),
      },
    ],
    sla: [],
    servers: [],
    ...overrides,
  };
}

/** The manifests as reading would hand them over. */
export function manifestSet({ mesh, domains = [], products = [], locks = {} }: MeshParts): ManifestSet {
  return {
    root: "/mesh",
    mesh: {
      file: "mesh.yaml",
      manifest: {
        apiVersion: "meshwright/v1",
        kind: "Mesh",
        organisation: "shop",
        teams: ["platform", "finance"],
        environments: [environment()],
        alerts: { platform: ["platform@example.com"] },
        ...mesh,
      },
    },
    domains,
    products,
    locks: Object.entries(locks).map(([name, entries]) => ({
      file: lockFile(name),
      domain: name,
      manifest: { apiVersion: "meshwright/v1", kind: "DomainLock", format: LOCK_FORMAT, products: entries },
    })),
  };
}

/** The model of a mesh. */
export function meshOf(parts: MeshParts): Mesh {
  const contracts = new Map((parts.contracts ?? []).map((contract) => [contract.file, contract]));
  return buildMesh(manifestSet(parts), contracts);
}

/** A subscription as `domain.yaml` says it. */
export function subscription(
  reference: string,
  overrides: Partial<NonNullable<DomainManifest["subscriptions"]>[number]> = {},
) {
  return { product: reference, version: 1, purpose: "reporting", until: "2027-06-30", ...overrides };
}

/** A share as `product.yaml` says it. */
export function share(
  consumer: string,
  overrides: Partial<NonNullable<ProductManifest["shares"]>[number]> = {},
) {
  return { domain: consumer, purpose: "reporting", until: "2027-12-31", ...overrides };
}
