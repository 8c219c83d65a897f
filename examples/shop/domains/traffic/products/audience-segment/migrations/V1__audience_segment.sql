-- V1__audience_segment.sql: the tables of schema traffic__audience_segment__v1, from the data contract.
-- Applied once. A later change is a migration of its own: V2__what_changes.sql.

SET ROLE "traffic__owner";

CREATE TABLE "traffic__audience_segment__v1"."segment" (
  "segment_id" text NOT NULL,
  "label" text NOT NULL,
  "size" bigint NOT NULL,
  CONSTRAINT "segment__segment_id__pk" PRIMARY KEY ("segment_id"),
  CONSTRAINT "segment__segment_id__length" CHECK (char_length("segment_id") <= 36)
);

COMMENT ON TABLE "traffic__audience_segment__v1"."segment" IS 'A segment';

RESET ROLE;
