import {
  indexOf,
  portlessProducts,
  unreadProducts,
  unsharedSubscriptions,
  unusedShares,
  type MeshIndex,
} from "../../src/mesh";
import { domain, meshOf, product, share, subscription, type MeshParts } from "../support/manifests";

const index = (parts: MeshParts): MeshIndex => indexOf(meshOf(parts), "2027-01-01");
const keys = (products: readonly { readonly key: string }[]): string[] => products.map(({ key }) => key);

describe("orphans", () => {
  it("are active products that neither another domain nor a product of the own reads", () => {
    const found = unreadProducts(
      index({
        domains: [domain("orders", { subscriptions: [subscription("users/read")] }), domain("users")],
        products: [
          product("users", "read", { shares: [share("orders")] }),
          product("users", "shared-only", { shares: [share("orders")] }),
          product("users", "draft", { lifecycle: "draft" }),
          product("users", "source"),
          product("users", "made", { inputs: ["users/source"] }),
        ],
      }),
    );

    expect(keys(found)).toEqual(["users/made.v1", "users/shared-only.v1"]);
  });

  it("are products without ports, unless draft or retired", () => {
    const lifecycles = ["draft", "active", "retired"] as const;
    const products = lifecycles.map((lifecycle) => product("users", lifecycle, { lifecycle, ports: {} }));

    expect(keys(portlessProducts(index({ domains: [domain("users")], products })))).toEqual([
      "users/active.v1",
    ]);
  });

  it("are a subscription without its share, and a share without its subscription", () => {
    const found = index({
      domains: [
        domain("orders", { subscriptions: [subscription("users/a"), subscription("users/gone")] }),
        domain("traffic"),
        domain("users"),
      ],
      products: [product("users", "a", { shares: [share("traffic"), share("nobody")] })],
    });

    expect(unsharedSubscriptions(found).map(({ subscription: each }) => each.product)).toEqual(["users/a"]);
    expect(unusedShares(found).map(({ share: each }) => each.consumer)).toEqual(["traffic"]);
  });
});
