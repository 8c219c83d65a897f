import fc from "fast-check";
import { firstMigrationName, tableObjectName, type TableObjectKind } from "../../src/names";

const KINDS: TableObjectKind[] = ["pk", "key", "fk", "idx", "values", "length", "range", "shape"];
const longName = fc.stringMatching(/^[a-z_][a-z0-9_]{0,62}$/).filter((text) => !text.startsWith("pg_"));
/** Of few letters and one kind, so that they would collide easily. */
const shortName = fc.stringMatching(/^[a_]{1,4}$/);
const partsOf = (name: fc.Arbitrary<string>, kinds: readonly TableObjectKind[]) =>
  fc.record({
    table: name,
    columns: fc.array(name, { minLength: 1, maxLength: 3 }),
    kind: fc.constantFrom(...kinds),
  });

describe("names in migrations", () => {
  test("the first migration is named by the product", () => {
    expect(firstMigrationName("order-placed")).toBe("V1__order_placed.sql");
    expect(() => firstMigrationName("../x")).toThrow("product '../x' must be lower-case words");
  });

  test("an index says what it is on", () => {
    expect(tableObjectName("orders", ["customer_id"], "idx")).toBe("orders__customer_id__idx");
  });

  test("names that could be read in two ways, and long ones, end in a hash", () => {
    expect(tableObjectName("a", ["b__c"], "idx")).toMatch(/^a__b__c__idx__[0-9a-f]{12}$/);
    expect(tableObjectName("a__b", ["c"], "idx")).not.toBe(tableObjectName("a", ["b__c"], "idx"));
    expect(tableObjectName("t".repeat(40), ["c".repeat(40)], "idx")).toMatch(/^t{40}__c{7}__[0-9a-f]{12}$/);
  });

  test.each([
    ["short", partsOf(shortName, ["idx"])],
    ["long", partsOf(longName, KINDS)],
  ])("%s names fit the server's 63 bytes, and different things have different names", (_, parts) => {
    const things = fc.uniqueArray(parts, {
      selector: (one) => JSON.stringify(one),
      minLength: 30,
      maxLength: 60,
    });

    fc.assert(
      fc.property(things, (all) => {
        const names = all.map(({ table, columns, kind }) => tableObjectName(table, columns, kind));

        expect(names.every((text) => Buffer.byteLength(text) <= 63)).toBe(true);
        expect(new Set(names).size).toBe(all.length);
      }),
    );
  });
});
