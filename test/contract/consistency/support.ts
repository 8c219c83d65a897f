import type {
  Contract,
  ContractRule,
  EnvironmentFacts,
  MeshFacts,
  ProductFacts,
} from "../../../src/contract";
import { portLocation, productSchemaName, topicName } from "../../../src/names";
import { contractData, contractOf } from "../support";

const site = (environment: string) => ({
  organisation: "shop",
  environment,
  account: "111122223333",
  region: "eu-central-1",
});

export const environment = (name: string, facts: Partial<EnvironmentFacts> = {}): EnvironmentFacts => ({
  name,
  protected: name === "prod",
  kafkaTls: true,
  postgresSslMode: "verify-full",
  postgresDatabase: "mesh",
  bucketLocation: portLocation(site(name), "orders", "order-placed", 1),
  ...facts,
});

const ROOTS: Readonly<Record<string, string>> = {
  orders: "commerce",
  users: "commerce",
  analytics: "analytics",
};

export const meshFacts = (facts: Partial<MeshFacts> = {}): MeshFacts => ({
  classifications: ["public", "internal", "confidential", "restricted"],
  personal: ["confidential", "restricted"],
  rootOf: (domain) => ROOTS[domain] ?? domain,
  environments: [environment("dev"), environment("prod")],
  ...facts,
});

export const productFacts = (facts: Partial<ProductFacts> = {}): ProductFacts => ({
  file: "product.yaml",
  domain: "orders",
  name: "order-placed",
  version: "1.2.0",
  lifecycle: "active",
  sharedWith: [],
  ...facts,
});

const DAY = 86_400;

/** A topic port that keeps data some days. */
export const topic = (days: number, cleanup: "delete" | "compact" | "compact,delete" = "delete") => ({
  topic: { name: topicName("orders", "order-placed", 1), cleanup, retentionSeconds: days * DAY },
});

/** A bucket port that keeps data some days, or for ever. */
export const bucket = (days?: number) => ({
  bucket: { retentionSeconds: days === undefined ? undefined : days * DAY },
});

/** A schema port. */
export const schema = (...tables: string[]) => ({
  schema: { name: productSchemaName("orders", "order-placed", 1), tables },
});

type Data = Record<string, unknown>;

export const contract = (overrides: Data = {}): Contract => contractOf(contractData(overrides));

/** A contract with one object of these properties. */
export const contractWith = (properties: Data[], object: Data = {}): Contract =>
  contract({ schema: [{ name: "orders", properties, ...object }] });

/** `code path: message; fix`, for everything that a rule finds. */
export function found(
  rule: ContractRule,
  of: Contract,
  product: Partial<ProductFacts> = {},
  mesh: Partial<MeshFacts> = {},
): string[] {
  return rule(of, productFacts(product), meshFacts(mesh)).map(
    ({ code, severity, message, fix, at }) =>
      `${severity} ${code} ${at.file} ${at.path.join(".")}: ${message}; ${fix ?? ""}`,
  );
}
