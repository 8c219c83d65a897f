import { ANALYTICS, MESH, ORDER_PLACED, ORDERS } from "../../support/mesh-dir";

/** Valid manifests to break. */
export const FILES = {
  mesh: { path: "mesh.yaml", text: MESH },
  orders: { path: "domains/orders/domain.yaml", text: ORDERS },
  analytics: { path: "domains/analytics/domain.yaml", text: ANALYTICS },
  product: { path: "domains/orders/products/order-placed/product.yaml", text: ORDER_PLACED },
} as const;

/** One mistake, and what the finding about it says. */
export interface BadManifest {
  readonly file: keyof typeof FILES;
  /** A part of the valid text, and what stands there instead. */
  readonly from: string;
  readonly to: string;
  readonly at: string;
  readonly message: string;
  readonly value?: string;
  readonly rule?: string;
  readonly fix: string;
}

export const LONG_NAME = "a".repeat(70);
