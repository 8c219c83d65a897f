// Writes a mesh of any size: each domain has three products and reads one of its left neighbour's.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The name of the n-th generated domain, counted from 0. */
export const domainAt = (index) => `domain-${String(index).padStart(4, "0")}`;

/** Writes `domains` domains below `root`. */
export function generateMesh(root, domains) {
  write(root, "mesh.yaml", MESH);
  for (let index = 0; index < domains; index++) writeDomain(root, index, domains);
}

function writeDomain(root, index, count) {
  const name = domainAt(index);
  const left = domainAt((index + count - 1) % count);
  const right = domainAt((index + 1) % count);
  const home = join(root, "domains", name);

  write(home, "domain.yaml", domainManifest(name, left));
  for (const product of PRODUCTS) {
    const folder = join(home, "products", product.name);
    write(folder, "product.yaml", productManifest(product, right));
    write(folder, "contract.odcs.yaml", contract(name, product));
  }
}

function write(folder, file, text) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, file), text);
}

const MESH = `apiVersion: meshwright/v1
kind: Mesh
organisation: bench
teams: [makers]
environments:
  - name: prod
    protected: true
    account: "111122223333"
    region: eu-central-1
    state: { bucket: bench-terraform-state }
    kafka:
      authentication: iam
      clusterArn: arn:aws:kafka:eu-central-1:111122223333:cluster/bench/7f0c8a52-1c1e-4b7e-9b6c-0d7a2f1b5e9d-3
      brokerCount: 3
      bootstrapServers: [b-1.bench.example:9098]
    postgres:
      host: bench.example
      database: bench
      authentication: iam
      adminUser: meshwright
      resourceId: db-ABCDEFGHIJKL01234MNOPQRSTU
      instanceId: bench
alerts:
  platform: [oncall@bench.example]
`;

const PRODUCTS = [
  {
    name: "order-placed",
    topic: "{ partitions: 6, retention: 7d, deadLetter: true, retries: 1 }",
    shared: true,
  },
  { name: "order-refunded", topic: "{ partitions: 3, retention: 14d, deadLetter: true }", shared: false },
  { name: "customer-profile", topic: "{ partitions: 6, cleanup: compact }", shared: false },
];

const domainManifest = (name, left) => `apiVersion: meshwright/v1
kind: Domain
name: ${name}
description: Generated
owner: { team: makers, email: ${name}@bench.example }
subscriptions:
  - product: ${left}/order-placed
    version: 1
    purpose: benchmark
    until: 2027-06-30
`;

const productManifest = ({ name, topic, shared }, right) => `apiVersion: meshwright/v1
kind: DataProduct
name: ${name}
version: 1.0.0
description: Generated
lifecycle: active
contract: contract.odcs.yaml
ports:
  topic: ${topic}
  bucket: { format: parquet, retention: 400d }
  schema: { tables: [records] }
slo: { freshness: 15m, availability: 99.5, completeness: 99 }
${shared ? `shares:\n  - domain: ${right}\n    purpose: benchmark\n    until: 2027-06-30\n` : ""}`;

const contract = (domain, { name }) => `apiVersion: v3.2.0
kind: DataContract
id: ${domain}-${name}
name: ${name}
version: 1.0.0
status: active
domain: ${domain}
description:
  purpose: Generated
schema:
${["topic", "table"].map((type) => object(type)).join("")}slaProperties:
  - property: retention
    value: 1
    unit: d
`;

const object = (type) => `  - name: ${type === "table" ? "records" : "record"}
    physicalType: ${type}
    logicalType: object
    properties:
      - name: record_id
        logicalType: string
        required: true
        primaryKey: true
        primaryKeyPosition: 1
        classification: internal
      - name: customer_id
        logicalType: string
        required: true
        classification: internal
      - name: amount_cents
        logicalType: integer
        required: true
        classification: confidential
      - name: happened_at
        logicalType: timestamp
        required: true
        classification: internal
`;
