import { UNKNOWN } from "../../../src/review/model";
import { distinctionOf, IDENTITIES, identityOf, isSameThing } from "../../../src/review/things";

const GRANT = { type: "postgresql_grant" };
const grant = {
  role: "r",
  database: "d",
  schema: "s",
  object_type: "table",
  objects: ["a", "b"],
  columns: null,
};

describe("what identifies a resource", () => {
  it("is every attribute of its table, a set in any order", () => {
    expect(isSameThing(GRANT, grant, { ...grant, objects: ["b", "a"], privileges: ["SELECT"] })).toBe(true);
    expect(isSameThing(GRANT, grant, { ...grant, objects: ["a"] })).toBe(false);
  });

  it.each(Object.entries(IDENTITIES))(
    "is nothing for %s while a part of it is unknown",
    (type, { attributes }) => {
      const known = Object.fromEntries(attributes.map((name) => [name, "x"]));

      expect(identityOf({ type }, known)).toEqual(attributes.map(() => "x"));
      for (const name of attributes) {
        expect(identityOf({ type }, { ...known, [name]: UNKNOWN })).toBeUndefined();
      }
    },
  );

  it("is nothing when an attribute is empty that may not be", () => {
    expect(identityOf({ type: "kafka_topic" }, { name: "" })).toBeUndefined();
    expect(identityOf({ type: "kafka_quota" }, { entity_name: null, entity_type: "user" })).toEqual([
      null,
      "user",
    ]);
  });

  it("is nothing for a type that is not in the table", () => {
    expect(identityOf({ type: "acme_thing" }, { name: "x" })).toBeUndefined();
    expect(isSameThing({ type: "acme_thing" }, { name: "x" }, { name: "x" })).toBe(false);
  });
});

describe("what tells a thing from another one at its address", () => {
  const KEY = { type: "aws_kms_key" };

  it("is what is declared of a key, and no id that it is given", () => {
    const one = { description: "orders", key_usage: "ENCRYPT_DECRYPT", key_id: "a", arn: "a" };

    expect(distinctionOf(KEY, { ...one, key_id: "b", arn: "b" })).toEqual(distinctionOf(KEY, one));
    expect(distinctionOf(KEY, { ...one, description: "users" })).not.toEqual(distinctionOf(KEY, one));
  });

  it("is every name of a thing of which nothing else is known", () => {
    const table = { name: "orders", region: "eu", hash_key: "id", cluster_identifier: "c", id: "1" };

    expect(distinctionOf({ type: "acme_thing" }, table)).toEqual([
      "cluster_identifier",
      "c",
      "name",
      "orders",
    ]);
    expect(distinctionOf({ type: "acme_thing" }, { id: "1", name: UNKNOWN })).toBeUndefined();
  });

  it("is the identity where there is one", () => {
    expect(distinctionOf({ type: "kafka_topic" }, { name: "orders", partitions: 3 })).toEqual(["orders"]);
  });
});
