-- V1__customer_cohort.sql: the tables of schema users__customer_cohort__v1, from the data contract.
-- Applied once. A later change is a migration of its own: V2__what_changes.sql.

SET ROLE "users__owner";

CREATE TABLE "users__customer_cohort__v1"."customer_cohort" (
  "customer_key" text NOT NULL,
  "country" text NOT NULL,
  "cohort_month" date NOT NULL,
  CONSTRAINT "customer_cohort__customer_key__pk" PRIMARY KEY ("customer_key"),
  CONSTRAINT "customer_cohort__customer_key__length" CHECK (char_length("customer_key") <= 64),
  CONSTRAINT "customer_cohort__country__length" CHECK (char_length("country") = 2)
);

COMMENT ON TABLE "users__customer_cohort__v1"."customer_cohort" IS 'The cohort of a customer';
COMMENT ON COLUMN "users__customer_cohort__v1"."customer_cohort"."customer_key" IS 'A pseudonym that changes every year, no customer_id';
COMMENT ON COLUMN "users__customer_cohort__v1"."customer_cohort"."cohort_month" IS 'First day of the month of the first order';

RESET ROLE;
