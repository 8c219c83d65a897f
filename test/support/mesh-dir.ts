import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Files by their path below the mesh's root; undefined takes a file of the fixture away. */
export type Files = Readonly<Record<string, string | Uint8Array | undefined>>;

const written: string[] = [];

afterAll(() => {
  for (const folder of written.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Writes files into a new temporary folder, which goes away after the tests, and returns its path. */
export function meshDir(files: Files): string {
  const root = mkdtempSync(join(tmpdir(), "meshwright-test-"));
  written.push(root);
  for (const [path, content] of Object.entries(files)) {
    if (content === undefined) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

/** The text of a small mesh without any finding: orders shares `orders/order-placed` with analytics. */
export function validMesh(changes: Files = {}): Files {
  return {
    "mesh.yaml": MESH,
    "domains/orders/domain.yaml": ORDERS,
    "domains/orders/products/order-placed/product.yaml": ORDER_PLACED,
    "domains/orders/products/order-placed/contract.odcs.yaml": CONTRACT,
    "domains/analytics/domain.yaml": ANALYTICS,
    ...changes,
  };
}

export const MESH = `apiVersion: meshwright/v1
kind: Mesh
organisation: shop
teams: [order-management, finance, analytics]
environments:
  - name: dev
    protected: false
    account: "444455556666"
    region: eu-central-1
    state: local
    kafka:
      authentication: scram
      bootstrapServers: ["localhost:9092"]
      deniesByDefault: true
      replicationFactor: 1
      tls: false
    postgres:
      host: localhost
      database: mesh
      authentication: password
      adminUser: meshwright
      sslMode: disable
alerts:
  platform: [platform@example.com]
`;

export const ORDERS = `apiVersion: meshwright/v1
kind: Domain
name: orders
owner: { team: order-management, email: orders@example.com, slack: "#orders" }
raci:
  consulted: [finance]
`;

export const ANALYTICS = `apiVersion: meshwright/v1
kind: Domain
name: analytics
owner:
  team: analytics
  email: analytics@example.com
subscriptions:
  - product: orders/order-placed
    version: 1
    purpose: revenue reporting
    until: 2027-06-30
`;

export const ORDER_PLACED = `apiVersion: meshwright/v1
kind: DataProduct
name: order-placed
version: 1.2.0
lifecycle: active
contract: contract.odcs.yaml
ports:
  topic: { partitions: 6, retention: 7d }
  bucket:
    format: parquet
    retention: 400d
  schema: { tables: [orders] }
slo: { freshness: 5m, availability: 99.9 }
shares:
  - domain: analytics
    until: 2027-12-31
    purpose: revenue reporting
`;

export const CONTRACT = `apiVersion: v3.2.0
kind: DataContract
id: orders-order-placed
version: 1.2.0
status: active
schema:
  - name: orders
    physicalType: table
    properties:
      - name: order_id
        logicalType: string
        physicalType: text
        required: true
        primaryKey: true
        classification: internal
      - name: placed_at
        logicalType: timestamp
        physicalType: timestamptz
        required: true
        classification: internal
slaProperties:
  - property: retention
    value: 400
    unit: d
`;
