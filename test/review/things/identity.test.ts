import { UNKNOWN } from "../../../src/review/model";
import { IDENTITIES, identityOf, isSameThing } from "../../../src/review/things";

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
