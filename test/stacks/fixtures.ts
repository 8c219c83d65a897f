import type { App, TerraformStack } from "../../src/cdk";
import { localState, s3State, type StateLocation } from "../../stacks/state";
import type { BoundaryStackProps } from "../../stacks/boundary";
import type { DomainStackProps } from "../../stacks/domain";
import { analyticsReader, DEV, PROD, vendorReader } from "../support/fixtures";
import { Template, testApp } from "../support/template";

export const STATE: StateLocation = s3State("shop-terraform-state", "eu-central-1");

/** The orders domain in prod: two majors side by side, one read by others, one import. */
export const ordersProps: DomainStackProps = {
  environment: PROD,
  state: STATE,
  domain: "orders",
  owner: { team: "order-management", email: "orders@shop.example" },
  products: [
    { product: "order-placed", major: 1, lifecycle: "deprecated", topic: { partitions: 6 }, schema: true },
    {
      product: "order-placed",
      major: 2,
      topic: { partitions: 12, deadLetter: true, retries: 2 },
      bucket: { format: "parquet", retentionDays: 400 },
      schema: true,
      slo: { freshnessSeconds: 300, availabilityPercent: 99.9, completenessPercent: 99.5, lagSeconds: 300 },
      readers: [analyticsReader, vendorReader],
    },
  ],
  imports: [
    {
      app: "order-placed",
      domain: "users",
      site: PROD.site,
      ...{ product: "user-profile", major: 1, topic: true, bucket: false, schema: true },
    },
  ],
};

/** The same domain in dev: SCRAM, passwords, local state. */
export const devOrdersProps: DomainStackProps = {
  ...ordersProps,
  environment: DEV,
  state: localState(),
  products: ordersProps.products.map((product) => ({
    ...product,
    readers: product.readers?.map((reader) => ({ ...reader, site: DEV.site })),
  })),
  imports: ordersProps.imports?.map((entry) => ({ ...entry, site: DEV.site })),
};

export const boundaryProps: BoundaryStackProps = {
  environment: PROD,
  state: STATE,
  domain: "orders",
  ownerTeam: "order-management",
  apps: ["order-placed", "reader"],
  imports: [
    { domain: "users", site: PROD.site, product: "user-profile", major: 1, topic: true, bucket: false },
  ],
  deploy: {
    providerUrl: "token.actions.githubusercontent.com",
    subjects: ["repo:shop/mesh:environment:prod-orders"],
  },
};

/** A stack as the app writes it. */
export function synthesised(define: (app: App) => TerraformStack): Template {
  return Template.of(define(testApp()));
}
