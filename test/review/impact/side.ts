import { indexOf } from "../../../src/mesh";
import type { MeshSide } from "../../../src/review/model";
import { contractOf, domain, environment, meshOf, product, type MeshParts } from "../../support/manifests";
import type { ContractField } from "../../../src/contract";
import type { DomainManifest, ProductManifest } from "../../../src/manifest";

export const TODAY = "2027-01-01";
export const UNTIL = "2027-06-30";
export const PORT = "orders/order-placed.v1";

/** What a test says of the mesh below; the rest stays. */
export interface Over {
  readonly product?: Partial<ProductManifest>;
  readonly fields?: readonly Partial<ContractField>[];
  readonly contract?: Parameters<typeof contractOf>[2];
  readonly orders?: Partial<DomainManifest>;
  readonly analytics?: Partial<DomainManifest>;
  readonly revenue?: Partial<ProductManifest>;
  readonly mesh?: MeshParts["mesh"];
  readonly locks?: MeshParts["locks"];
  readonly more?: Pick<MeshParts, "domains" | "products" | "contracts">;
  readonly without?: "product" | "revenue";
}

export const FIELDS: readonly Partial<ContractField>[] = [
  { path: "order_id", logicalType: "string", primaryKeyPosition: 1, required: true },
  { path: "currency", logicalType: "string" },
];

/**
 * Orders shares `order-placed` with analytics, whose `revenue` is made from it and read by marketing; the ad-hoc app
 * `reader` of analytics reads it as well.
 */
export function side(over: Over = {}): MeshSide {
  const placed = product("orders", "order-placed", {
    ports: { topic: {}, bucket: { format: "parquet" }, schema: { tables: ["orders"] } },
    shares: [{ domain: "analytics", purpose: "reporting", until: UNTIL }],
    ...over.product,
  });
  const revenue = product("analytics", "revenue", {
    inputs: ["orders/order-placed"],
    shares: [{ domain: "marketing", purpose: "campaigns", until: UNTIL }],
    ...over.revenue,
  });
  const subscription = { product: "orders/order-placed", version: 1, purpose: "reporting", until: UNTIL };
  const { domains = [], products = [], contracts = [] } = over.more ?? {};
  const contract = contractOf(placed, over.fields ?? FIELDS, over.contract);
  const [object] = contract.objects;
  const mesh = meshOf({
    mesh: {
      teams: ["platform", "order-management", "bi", "growth", "finance", "data-protection"],
      ...over.mesh,
    },
    ...(over.locks === undefined ? {} : { locks: over.locks }),
    domains: [
      domain("orders", { owner: { team: "order-management", email: "o@example.com" }, ...over.orders }),
      domain("analytics", {
        owner: { team: "bi", email: "b@example.com" },
        subscriptions: [
          { ...subscription, app: "revenue" },
          { ...subscription, until: "2027-03-31" },
        ],
        ...over.analytics,
      }),
      domain("marketing", {
        owner: { team: "growth", email: "g@example.com" },
        subscriptions: [{ ...subscription, product: "analytics/revenue" }],
      }),
      ...domains,
    ],
    products: [
      ...(over.without === "product" ? [] : [placed]),
      ...(over.without === "revenue" ? [] : [revenue]),
      ...products,
    ],
    contracts: [
      ...(object === undefined
        ? []
        : [{ ...contract, objects: [{ ...object, name: "orders", physicalType: "table" }] }]),
      ...contracts,
    ],
  });
  return { index: indexOf(mesh, TODAY), environment: environment() };
}
