import fc from "fast-check";
import { rules } from "../../src/governance";
import { contractOf, domain, environment, product, share, subscription } from "../support/manifests";
import { everything, found } from "./check";

const profile = product("users", "user-profile", {
  shares: [share("orders")],
  ports: { topic: { cleanup: "compact" }, bucket: { format: "parquet" } },
});

const shop = {
  locks: { orders: {}, users: {} },
  domains: [
    domain("commerce"),
    domain("users", { parent: "commerce" }),
    domain("orders", {
      parent: "commerce",
      subscriptions: [subscription("users/user-profile", { app: "order-placed" })],
    }),
  ],
  products: [
    profile,
    product("orders", "order-placed", { inputs: ["users/user-profile"], slo: { freshness: "5m" } }),
  ],
};

describe("the rules", () => {
  it("have nothing against a sound mesh, but that nobody reads what it makes last", () => {
    expect(everything(shop)).toEqual(["OrphanProduct: nobody reads 'orders/order-placed' v1"]);
  });

  it("have nothing against a mesh without domains", () => {
    expect(everything({})).toEqual([]);
  });

  it("are known by their codes", () => {
    const codes = rules.map(({ code }) => code);

    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !/^([A-Z][a-z]+)+$/.test(code))).toEqual([]);
  });

  it("say what they ask for, in one sentence", () => {
    expect(rules.filter(({ description }) => !/^[A-Z].*\.$/.test(description))).toEqual([]);
  });

  it("find the same whatever the order of the manifests", () => {
    const wrong = {
      domains: [
        ...shop.domains,
        domain("traffic", { parent: "marketing" }),
        domain("sales", { parent: "sales" }),
      ],
      products: [
        ...shop.products,
        product("traffic", "visits", { inputs: ["orders/order-placed"], ports: {} }),
      ],
    };
    const expected = everything(wrong);
    expect(expected).toHaveLength(9);

    fc.assert(
      fc.property(
        fc.shuffledSubarray(wrong.domains, { minLength: wrong.domains.length }),
        fc.shuffledSubarray(wrong.products, { minLength: wrong.products.length }),
        (domains, products) => {
          expect(everything({ domains, products })).toEqual(expected);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe("the rules of contracts", () => {
  const withKey = { primaryKeyPosition: 1 };

  it("see the product as the model has it", () => {
    const keyless = contractOf(profile, [{}], { version: "2.0.0" });
    const codes = found("ContractMismatch", { ...shop, contracts: [keyless] }).map(({ code }) => code);

    expect(codes).toEqual(expect.arrayContaining(["ContractKeyMissing", "ContractVersionMismatch"]));
  });

  it("see the tree and the shares", () => {
    const contract = contractOf(profile, [{ ...withKey, classification: "restricted" }]);
    const apart = shop.domains.map((each) => (each.folder === "orders" ? domain("orders") : each));
    const sharing = (domains: typeof apart) =>
      found("ContractMismatch", { ...shop, domains, contracts: [contract] }).map(({ code }) => code);

    expect(sharing(apart)).toContain("ClassificationSharing");
    expect(sharing(shop.domains)).not.toContain("ClassificationSharing");
  });

  it("see the environments", () => {
    const base = environment();
    const open = { ...base, kafka: { ...base.kafka, tls: false } };
    const contract = contractOf(profile, [{ ...withKey, classification: "confidential" }]);
    const codes = (each: typeof base) =>
      found("ContractMismatch", { ...shop, mesh: { environments: [each] }, contracts: [contract] }).map(
        ({ code }) => code,
      );

    expect(codes(base)).toEqual([]);
    expect(codes(open)).toContain("PiiUnprotected");
  });

  it("leave a product whose names cannot be built to the rule for it", () => {
    const broken = product("users", "sheet", { version: "0.1.0" });

    expect(
      found("ContractMismatch", {
        domains: [domain("users")],
        products: [broken],
        contracts: [contractOf(broken)],
      }),
    ).toEqual([]);
  });
});
