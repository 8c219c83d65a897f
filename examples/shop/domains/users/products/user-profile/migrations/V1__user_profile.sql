-- V1__user_profile.sql: the tables of schema users__user_profile__v1, from the data contract.
-- Applied once. A later change is a migration of its own: V2__what_changes.sql.

SET ROLE "users__owner";

CREATE TABLE "users__user_profile__v1"."user_profile" (
  "customer_id" text NOT NULL,
  "email" text NOT NULL,
  "full_name" text NOT NULL,
  "birth_date" date,
  "country" text NOT NULL,
  "marketing_consent" boolean NOT NULL,
  "updated_at" timestamptz NOT NULL,
  CONSTRAINT "user_profile__customer_id__pk" PRIMARY KEY ("customer_id"),
  CONSTRAINT "user_profile__customer_id__length" CHECK (char_length("customer_id") <= 36),
  CONSTRAINT "user_profile__email__length" CHECK (char_length("email") <= 254),
  CONSTRAINT "user_profile__full_name__length" CHECK (char_length("full_name") <= 200),
  CONSTRAINT "user_profile__country__length" CHECK (char_length("country") = 2)
);

COMMENT ON TABLE "users__user_profile__v1"."user_profile" IS 'The current profile';
COMMENT ON COLUMN "users__user_profile__v1"."user_profile"."customer_id" IS 'Stable id of the customer';
COMMENT ON COLUMN "users__user_profile__v1"."user_profile"."email" IS 'Address the customer signs in with';
COMMENT ON COLUMN "users__user_profile__v1"."user_profile"."full_name" IS 'Name as the customer writes it';
COMMENT ON COLUMN "users__user_profile__v1"."user_profile"."birth_date" IS 'Only for age checks';
COMMENT ON COLUMN "users__user_profile__v1"."user_profile"."country" IS 'ISO 3166-1 alpha-2';
COMMENT ON COLUMN "users__user_profile__v1"."user_profile"."marketing_consent" IS 'Whether newsletters may be sent';
COMMENT ON COLUMN "users__user_profile__v1"."user_profile"."updated_at" IS 'When the profile changed last';

CREATE TABLE "users__user_profile__v1"."delivery_address" (
  "address_id" text NOT NULL,
  "customer_id" text NOT NULL,
  "street" text NOT NULL,
  "postal_code" text NOT NULL,
  "city" text NOT NULL,
  "country" text NOT NULL,
  "is_default" boolean NOT NULL,
  CONSTRAINT "delivery_address__address_id__pk" PRIMARY KEY ("address_id"),
  CONSTRAINT "delivery_address__address_id__length" CHECK (char_length("address_id") <= 36),
  CONSTRAINT "delivery_address__customer_id__length" CHECK (char_length("customer_id") <= 36),
  CONSTRAINT "delivery_address__postal_code__length" CHECK (char_length("postal_code") <= 16),
  CONSTRAINT "delivery_address__country__length" CHECK (char_length("country") = 2)
);

COMMENT ON TABLE "users__user_profile__v1"."delivery_address" IS 'Where parcels go';
COMMENT ON COLUMN "users__user_profile__v1"."delivery_address"."customer_id" IS 'The customer of user_profile';

CREATE INDEX "delivery_address__customer_id__idx" ON "users__user_profile__v1"."delivery_address" ("customer_id");

RESET ROLE;
