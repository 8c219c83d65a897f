-- V1__campaign_performance.sql: the tables of schema traffic__campaign_performance__v1, from the data contract.
-- Applied once. A later change is a migration of its own: V2__what_changes.sql.

SET ROLE "traffic__owner";

CREATE TABLE "traffic__campaign_performance__v1"."campaign_day" (
  "campaign_id" text NOT NULL,
  "day" date NOT NULL,
  "cost_cents" bigint NOT NULL,
  "visits" bigint NOT NULL,
  "orders" bigint NOT NULL,
  CONSTRAINT "campaign_day__campaign_id__day__pk" PRIMARY KEY ("campaign_id", "day"),
  CONSTRAINT "campaign_day__campaign_id__length" CHECK (char_length("campaign_id") <= 36)
);

COMMENT ON TABLE "traffic__campaign_performance__v1"."campaign_day" IS 'A day of a campaign';

RESET ROLE;
