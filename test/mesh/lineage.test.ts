import fc from "fast-check";
import { downstreamOf, indexOf, productCycles, upstreamOf, type MeshIndex } from "../../src/mesh";
import { domain, meshOf, product, share, subscription } from "../support/manifests";

const TODAY = "2027-01-01";

/** Every product is a domain's only one, and `edges` say what is made from what. */
function chain(names: readonly string[], edges: readonly (readonly [string, string])[]): MeshIndex {
  const sources = (name: string) => edges.filter(([, to]) => to === name).map(([from]) => from);
  const targets = (name: string) => edges.filter(([from]) => from === name).map(([, to]) => to);
  return indexOf(
    meshOf({
      domains: names.map((name) =>
        domain(name, { subscriptions: sources(name).map((from) => subscription(`${from}/made`)) }),
      ),
      products: names.map((name) =>
        product(name, "made", {
          inputs: sources(name).map((from) => `${from}/made`),
          shares: targets(name).map((to) => share(to)),
        }),
      ),
    }),
    TODAY,
  );
}

describe("lineage", () => {
  it("goes through every product made from another, and to every domain that reads one", () => {
    const index = indexOf(
      meshOf({
        domains: [
          domain("users"),
          domain("orders", { subscriptions: [subscription("users/user-profile")] }),
          domain("analytics", { subscriptions: [subscription("orders/order-report")] }),
        ],
        products: [
          product("users", "user-profile", { shares: [share("orders")] }),
          product("orders", "order-placed", { inputs: ["users/user-profile"] }),
          product("orders", "order-report", {
            inputs: ["orders/order-placed"],
            shares: [share("analytics")],
          }),
        ],
      }),
      TODAY,
    );

    expect(downstreamOf(index, "users/user-profile.v1")).toEqual({
      ports: ["orders/order-placed.v1", "orders/order-report.v1"],
      domains: ["analytics", "orders"],
    });
    expect(upstreamOf(index, "orders/order-report.v1")).toEqual({
      ports: ["orders/order-placed.v1", "users/user-profile.v1"],
      domains: ["orders", "users"],
    });
    expect(downstreamOf(index, "orders/order-report.v1")).toEqual({ ports: [], domains: ["analytics"] });
  });

  it("goes through a product whose own app subscribes", () => {
    const index = indexOf(
      meshOf({
        domains: [
          domain("users"),
          domain("orders", { subscriptions: [subscription("users/user-profile", { app: "order-placed" })] }),
        ],
        products: [
          product("users", "user-profile", { shares: [share("orders")] }),
          product("orders", "order-placed"),
        ],
      }),
      TODAY,
    );

    expect(downstreamOf(index, "users/user-profile.v1").ports).toEqual(["orders/order-placed.v1"]);
  });

  it("starts at the subscribed major alone", () => {
    const index = chain(["a", "b"], [["a", "b"]]);
    const twoMajors = [product("a", "made"), product("a", "made", { version: "2.0.0" })];
    const subscriber = domain("b", { subscriptions: [subscription("a/made")] });
    const mesh = meshOf({
      domains: [domain("a"), subscriber],
      products: [...twoMajors, product("b", "made", { inputs: ["a/made"] })],
    });

    expect([...index.declared.into]).toEqual([["a/made.v1", ["b/made.v1"]]]);
    expect([...indexOf(mesh, TODAY).declared.into]).toEqual([["a/made.v1", ["b/made.v1"]]]);
  });

  it("ends where the access has ended", () => {
    const index = chain(
      ["a", "b", "c"],
      [
        ["a", "b"],
        ["b", "c"],
      ],
    );
    const later = indexOf(index.mesh, "2027-07-01");

    expect(downstreamOf(index, "a/made.v1").ports).toEqual(["b/made.v1", "c/made.v1"]);
    expect(downstreamOf(later, "a/made.v1")).toEqual({ ports: [], domains: [] });
  });

  it("leads from an older major to a newer one of the same product", () => {
    const index = indexOf(
      meshOf({
        domains: [domain("orders")],
        products: [
          product("orders", "order-placed"),
          product("orders", "order-placed", { version: "2.0.0", inputs: ["orders/order-placed"] }),
        ],
      }),
      TODAY,
    );

    expect(downstreamOf(index, "orders/order-placed.v1").ports).toEqual(["orders/order-placed.v2"]);
    expect(productCycles(index)).toEqual([]);
  });

  const graphs = fc.integer({ min: 2, max: 8 }).chain((size) => {
    const names = Array.from({ length: size }, (_, index) => `d${index}`);
    const node = fc.constantFrom(...names);
    const edge = fc.tuple(node, node).filter(([from, to]) => from !== to);
    return fc
      .uniqueArray(edge, { selector: ([from, to]) => `${from} ${to}`, maxLength: 14 })
      .map((edges) => ({
        names,
        edges,
      }));
  });

  it("is transitive, and upstream is downstream read backwards", () => {
    fc.assert(
      fc.property(graphs, ({ names, edges }) => {
        const index = chain(names, edges);
        const below = new Map(names.map((name) => [name, downstreamOf(index, `${name}/made.v1`).ports]));

        for (const [from, to] of edges) {
          expect(below.get(from)).toEqual(
            expect.arrayContaining([`${to}/made.v1`, ...(below.get(to) ?? [])]),
          );
        }
        for (const name of names) {
          const above = names.filter((each) => below.get(each)?.includes(`${name}/made.v1`));
          expect(upstreamOf(index, `${name}/made.v1`).domains).toEqual(above.sort());
        }
      }),
    );
  });

  it("has a cycle if and only if a product is downstream of itself", () => {
    fc.assert(
      fc.property(graphs, ({ names, edges }) => {
        const index = chain(names, edges);
        const reached = names.map((name) => `${name}/made.v1`);
        const cyclic = reached.filter((port) => downstreamOf(index, port).ports.includes(port));

        const cycles = productCycles(index);

        expect(cycles.length > 0).toBe(cyclic.length > 0);
        for (const cycle of cycles) {
          expect(cyclic).toEqual(expect.arrayContaining(cycle));
          for (const [at, port] of cycle.entries()) {
            expect(index.declared.into.get(port)).toContain(cycle[(at + 1) % cycle.length]);
          }
        }
      }),
    );
  });
});

describe("a product that is made from itself", () => {
  it("is a cycle of one", () => {
    const index = indexOf(
      meshOf({ domains: [domain("a")], products: [product("a", "made", { inputs: ["a/made"] })] }),
      TODAY,
    );

    expect(productCycles(index)).toEqual([["a/made.v1"]]);
  });

  it("is found once per knot, by its shortest circle from the first port", () => {
    const index = chain(
      ["a", "b", "c"],
      [
        ["a", "b"],
        ["b", "c"],
        ["c", "a"],
        ["b", "a"],
      ],
    );

    expect(productCycles(index)).toEqual([["a/made.v1", "b/made.v1"]]);
  });

  it("is found by the first of two equally short ways", () => {
    const edges = ["ab", "ac", "bd", "cd", "da", "de"].map(
      (edge) => [edge.charAt(0), edge.charAt(1)] as const,
    );
    const index = chain(["a", "b", "c", "d", "e"], edges);

    expect(productCycles(index)).toEqual([["a/made.v1", "b/made.v1", "d/made.v1"]]);
  });

  it("is found around a circle of ten thousand without running out of stack", () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `d${index}/made.v1`);
    const into = new Map(names.map((name, index) => [name, [names[index + 1] ?? names[0] ?? ""]]));
    const index = { ...chain(["a"], []), declared: { into, from: new Map() } };

    expect(productCycles(index)).toEqual([names]);
  });
});
