import fc from "fast-check";
import {
  ancestorsOf,
  commonAncestor,
  descendantsOf,
  indexOf,
  parentCycles,
  unowned,
  type Mesh,
} from "../../src/mesh";
import { domain, meshOf, product } from "../support/manifests";

const tree = (parents: Readonly<Record<string, string | undefined>>): Mesh =>
  meshOf({ domains: Object.entries(parents).map(([name, parent]) => domain(name, { parent })) });

const shop = tree({
  commerce: undefined,
  orders: "commerce",
  returns: "orders",
  users: "commerce",
  marketing: undefined,
  traffic: "marketing",
});

describe("the domain tree", () => {
  it("leads up from a domain, nearest first, and down, parents first", () => {
    expect(ancestorsOf(shop, "returns")).toEqual(["orders", "commerce"]);
    expect(descendantsOf(indexOf(shop, "2027-01-01"), "commerce")).toEqual(["orders", "users", "returns"]);
  });

  it.each([
    ["returns", "users", "commerce"],
    ["returns", "orders", "orders"],
    ["orders", "orders", "orders"],
    ["returns", "traffic", undefined],
    ["returns", "nobody", undefined],
  ])("has for '%s' and '%s' the common ancestor %s", (a, b, expected) => {
    expect(commonAncestor(shop, a, b)).toBe(expected);
    expect(commonAncestor(shop, b, a)).toBe(expected);
  });

  it("names every circle of parents once, whatever hangs below it", () => {
    const mesh = tree({ a: "c", b: "a", c: "b", below: "b", x: "x", tree: undefined });

    expect(parentCycles(mesh)).toEqual([["a", "c", "b"], ["x"]]);
    expect(ancestorsOf(mesh, "a")).toEqual(["c", "b"]);
    expect(ancestorsOf(mesh, "below")).toEqual(["b", "a", "c"]);
    expect(descendantsOf(indexOf(mesh, "2027-01-01"), "a")).toEqual(["b", "below", "c"]);
  });

  it("has circles if and only if a domain is its own ancestor", () => {
    const names = ["a", "b", "c", "d", "e"];
    const parents = fc.record(
      Object.fromEntries(names.map((name) => [name, fc.constantFrom(undefined, ...names)])),
    );

    fc.assert(
      fc.property(parents, (each) => {
        const mesh = tree(each);
        const onCircle = names.filter((name) => {
          const above = [...ancestorsOf(mesh, name)];
          return mesh.domains.get(above.at(-1) ?? name)?.parent === name;
        });
        expect(parentCycles(mesh).flat().sort()).toEqual(onCircle);
      }),
    );
  });
});

describe("what nobody owns", () => {
  it("is a domain of an unknown team, and a product without a domain", () => {
    const mesh = meshOf({
      domains: [domain("orders", { owner: { team: "nobody", email: "a@example.com" } }), domain("users")],
      products: [product("ghosts", "sheet"), product("users", "user-profile")],
    });

    expect(unowned(mesh).domains.map(({ name }) => name)).toEqual(["orders"]);
    expect(unowned(mesh).products.map(({ key }) => key)).toEqual(["ghosts/sheet.v1"]);
  });
});
