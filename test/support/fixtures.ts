import type { AppIdentity } from "../../constructs/identity";
import type { MeshEnvironment } from "../../constructs/environment";
import type { Site } from "../../src/names";

export const CLUSTER_ARN =
  "arn:aws:kafka:eu-central-1:111122223333:cluster/mesh-prod/7f0c8a52-1c1e-4b7e-9b6c-0d7a2f1b5e9d-3";

/** A protected environment on AWS: IAM everywhere, no passwords. */
export const PROD: MeshEnvironment = {
  site: { organisation: "shop", environment: "prod", account: "111122223333", region: "eu-central-1" },
  protected: true,
  kafka: {
    authentication: "iam",
    bootstrapServers: ["b-1.mesh.example:9098", "b-2.mesh.example:9098"],
    clusterArn: CLUSTER_ARN,
  },
  postgres: {
    host: "mesh.example",
    database: "mesh",
    authentication: "iam",
    adminUser: "meshwright",
    resourceId: "db-ABCDEFGHIJKL01234",
    instanceId: "mesh-prod",
  },
};

/** An open environment: plain servers with passwords, one broker. */
export const DEV: MeshEnvironment = {
  site: { organisation: "shop", environment: "dev", account: "444455556666", region: "eu-central-1" },
  protected: false,
  kafka: {
    authentication: "scram",
    bootstrapServers: ["localhost:9092"],
    deniesByDefault: true,
    replicationFactor: 1,
    tls: false,
  },
  postgres: {
    host: "localhost",
    database: "mesh",
    authentication: "password",
    adminUser: "meshwright",
    sslMode: "disable",
  },
};

/** Another account of the same organisation. */
export const VENDOR_SITE: Site = { ...PROD.site, account: "777788889999" };

export const ordersApp: AppIdentity = { domain: "orders", app: "order-placed", site: PROD.site };
export const analyticsReader: AppIdentity = { domain: "analytics", app: "reader", site: PROD.site };
export const vendorReader: AppIdentity = { domain: "erp", app: "reader", site: VENDOR_SITE };
