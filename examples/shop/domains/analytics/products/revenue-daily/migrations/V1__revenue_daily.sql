-- V1__revenue_daily.sql: the tables of schema analytics__revenue_daily__v1, from the data contract.
-- Applied once. A later change is a migration of its own: V2__what_changes.sql.

SET ROLE "analytics__owner";

CREATE TABLE "analytics__revenue_daily__v1"."revenue_day" (
  "day" date NOT NULL,
  "country" text NOT NULL,
  "category" text NOT NULL,
  "revenue_cents" bigint NOT NULL,
  "refunds_cents" bigint NOT NULL,
  CONSTRAINT "revenue_day__day__country__category__pk" PRIMARY KEY ("day", "country", "category"),
  CONSTRAINT "revenue_day__country__length" CHECK (char_length("country") = 2),
  CONSTRAINT "revenue_day__category__length" CHECK (char_length("category") <= 64)
);

COMMENT ON TABLE "analytics__revenue_daily__v1"."revenue_day" IS 'Revenue of a day';

RESET ROLE;
