-- V1__order_placed.sql: the tables of schema orders__order_placed__v2, from the data contract.
-- Applied once. A later change is a migration of its own: V2__what_changes.sql.

SET ROLE "orders__owner";

CREATE TABLE "orders__order_placed__v2"."orders" (
  "order_id" text NOT NULL,
  "customer_id" text NOT NULL,
  "campaign_id" text,
  "net_cents" bigint NOT NULL,
  "tax_cents" bigint NOT NULL,
  "currency" text NOT NULL,
  "delivery_city" text,
  "placed_at" timestamptz NOT NULL,
  CONSTRAINT "orders__order_id__pk" PRIMARY KEY ("order_id"),
  CONSTRAINT "orders__order_id__length" CHECK (char_length("order_id") <= 36),
  CONSTRAINT "orders__customer_id__length" CHECK (char_length("customer_id") <= 36),
  CONSTRAINT "orders__currency__length" CHECK (char_length("currency") = 3)
);

COMMENT ON TABLE "orders__order_placed__v2"."orders" IS 'Orders of the last two years';
COMMENT ON COLUMN "orders__order_placed__v2"."orders"."customer_id" IS 'The customer of users/user-profile';
COMMENT ON COLUMN "orders__order_placed__v2"."orders"."campaign_id" IS 'The campaign the visit came from, if any';
COMMENT ON COLUMN "orders__order_placed__v2"."orders"."delivery_city" IS 'From users/user-profile';

CREATE INDEX "orders__customer_id__idx" ON "orders__order_placed__v2"."orders" ("customer_id");
CREATE INDEX "orders__campaign_id__idx" ON "orders__order_placed__v2"."orders" ("campaign_id");

CREATE TABLE "orders__order_placed__v2"."order_lines" (
  "order_id" text NOT NULL,
  "line_no" integer NOT NULL,
  "article_id" text NOT NULL,
  "quantity" integer NOT NULL,
  "net_cents" bigint NOT NULL,
  CONSTRAINT "order_lines__order_id__line_no__pk" PRIMARY KEY ("order_id", "line_no"),
  CONSTRAINT "order_lines__order_id__length" CHECK (char_length("order_id") <= 36),
  CONSTRAINT "order_lines__line_no__range" CHECK ("line_no" >= 1),
  CONSTRAINT "order_lines__article_id__length" CHECK (char_length("article_id") <= 36),
  CONSTRAINT "order_lines__quantity__range" CHECK ("quantity" >= 1)
);

COMMENT ON TABLE "orders__order_placed__v2"."order_lines" IS 'Lines of the orders';

CREATE INDEX "order_lines__article_id__idx" ON "orders__order_placed__v2"."order_lines" ("article_id");

RESET ROLE;
