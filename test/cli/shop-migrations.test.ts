import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { migrationOf } from "../../src/cli/data/migration-of";
import { checkMesh } from "../../src/synth";
import { SHOP, TODAY } from "../support/shop";

describe("the first migrations of the shop mesh", () => {
  const { index } = checkMesh(SHOP, TODAY);
  const products = [...(index?.mesh.ports.values() ?? [])].flatMap(({ schema, ...product }) =>
    schema === undefined ? [] : [{ ...product, tables: schema.tables }],
  );

  test.each(products.map((product) => [product.key, product] as const))("%s", (_key, product) => {
    const { fileName, sql } = migrationOf(SHOP, product);
    const file = join(SHOP, dirname(product.file), "migrations", fileName);

    expect(readFileSync(file, "utf8")).toBe(sql);
  });
});
