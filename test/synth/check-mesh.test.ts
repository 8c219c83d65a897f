import { checkMesh } from "../../src/synth";
import { ANALYTICS, CONTRACT, meshDir, ORDER_PLACED, validMesh } from "../support/mesh-dir";
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

  test("is not told that a version is unknown which is there, and broken", () => {
    const second = "domains/orders/products/order-placed.v2/product.yaml";
    const root = meshDir(
      validMesh({
        [second]: ORDER_PLACED.replace("version: 1", "version: 2").replace(
          "lifecycle: active",
          "lifecycle: acitve",
        ),
        "domains/orders/products/order-placed.v2/contract.odcs.yaml": CONTRACT,
        "domains/analytics/domain.yaml": ANALYTICS.replace("version: 1", "version: 2"),
      }),
    );

    const codes = checkMesh(root, TODAY).findings.map(({ code, at }) => `${code} ${at.file}`);

    expect(codes).toContain(`ValueInvalid ${second}`);
    expect(codes.filter((code) => code.startsWith("Unknown"))).toEqual([]);
  });
});
