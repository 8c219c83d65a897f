import { checkMesh } from "../../src/synth";
import { meshDir, ORDER_PLACED, validMesh } from "../support/mesh-dir";
import { TODAY } from "../support/shop";

describe("a mesh in which one manifest is broken", () => {
  test("is told the cause, and not that others name something unknown", () => {
    const root = meshDir(
      validMesh({
        "domains/orders/products/order-placed/product.yaml": ORDER_PLACED.replace(
          "lifecycle: active",
          "lifecycle: acitve",
        ),
      }),
    );

    const codes = checkMesh(root, TODAY).findings.map(({ code, at }) => `${code} ${at.file}`);

    expect(codes).toContain("ValueInvalid domains/orders/products/order-placed/product.yaml");
    expect(codes.filter((code) => code.startsWith("Unknown"))).toEqual([]);
  });
});
