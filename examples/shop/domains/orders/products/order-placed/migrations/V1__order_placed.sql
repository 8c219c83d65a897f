-- V1__order_placed.sql: the tables of schema orders__order_placed__v1, from the data contract.
-- Applied once. A later change is a migration of its own: V2__what_changes.sql.

SET ROLE "orders__owner";

CREATE TABLE "orders__order_placed__v1"."orders" (
  "order_id" text NOT NULL,
  "customer_id" text NOT NULL,
  "total_cents" bigint NOT NULL,
  "currency" text NOT NULL,
  "placed_at" timestamptz NOT NULL,
  CONSTRAINT "orders__order_id__pk" PRIMARY KEY ("order_id"),
  CONSTRAINT "orders__order_id__length" CHECK (char_length("order_id") <= 36),
  CONSTRAINT "orders__customer_id__length" CHECK (char_length("customer_id") <= 36),
  CONSTRAINT "orders__currency__length" CHECK (char_length("currency") = 3)
);

COMMENT ON TABLE "orders__order_placed__v1"."orders" IS 'Orders of the last two years';
COMMENT ON COLUMN "orders__order_placed__v1"."orders"."customer_id" IS 'The customer of users/user-profile';
COMMENT ON COLUMN "orders__order_placed__v1"."orders"."total_cents" IS 'Everything the customer pays';

CREATE INDEX "orders__customer_id__idx" ON "orders__order_placed__v1"."orders" ("customer_id");

RESET ROLE;
