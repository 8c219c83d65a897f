import { appendFileSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { shopWorkspace, TODAY } from "../support/shop";

const ALL = [
  ...["analytics", "analytics-boundary", "erp", "erp-boundary", "orders", "orders-boundary", "platform"],
  ...["traffic", "traffic-boundary", "users", "users-boundary"],
];

describe("the first synthesis of the shop mesh", () => {
  const shop = shopWorkspace();
  const result = shop.synth();

  test("writes every stack, the platform's first and boundaries before domains", () => {
    const written = result.stacks?.written ?? [];

    expect([...written].sort()).toEqual(ALL);
    expect(written[0]).toBe("platform");
    expect(written.indexOf("users-boundary")).toBeLessThan(written.indexOf("analytics"));
  });

  test("lists every stack in the framework's manifest, without dependencies, so that each deploys by itself", () => {
    const manifest = JSON.parse(readFileSync(join(shop.outdir, "manifest.json"), "utf8")) as {
      stacks: Record<string, { dependencies: string[]; synthesizedStackPath: string }>;
    };

    expect(Object.keys(manifest.stacks)).toEqual(ALL);
    expect(Object.values(manifest.stacks).flatMap(({ dependencies }) => dependencies)).toEqual([]);
    expect(manifest.stacks.orders?.synthesizedStackPath).toBe("stacks/orders/cdk.tf.json");
  });

  test("says which stacks have to be there before a domain: its own boundary and those of its readers", () => {
    const index = JSON.parse(readFileSync(join(shop.outdir, "meshwright.json"), "utf8")) as {
      stacks: Record<string, { after: string[] }>;
    };

    expect(index.stacks.orders?.after).toEqual([
      "orders-boundary",
      "analytics-boundary",
      "erp-boundary",
      "traffic-boundary",
    ]);
    expect(index.stacks["orders-boundary"]?.after).toEqual(["platform"]);
  });

  test("gives a domain that only groups others no stack", () => {
    expect(shop.stackNames()).not.toContain("commerce");
  });
});

describe("synthesis again", () => {
  const shop = shopWorkspace();
  beforeEach(() => shop.synth());

  test("writes nothing when nothing changed", () => {
    expect(shop.synth().stacks).toEqual({
      written: [],
      unchanged: expect.anything() as string[],
      removed: [],
      failed: [],
    });
  });

  test("writes a domain whose manifest changed, and no other", () => {
    shop.edit("domains/users/products/login-event/product.yaml", "retention: 3d", "retention: 4d");

    expect(shop.synth().stacks?.written).toEqual(["users"]);
  });

  test("writes nothing for a change that no stack depends on", () => {
    shop.edit("domains/users/domain.yaml", "Customers, their accounts", "Customers and their accounts");

    expect(shop.synth().stacks?.written).toEqual([]);
  });

  test("writes both sides of an agreement that ended", () => {
    shop.edit(
      "domains/orders/products/order-refunded/product.yaml",
      "until: 2027-12-31",
      "until: 2026-11-19",
    );

    expect(shop.synth().stacks?.written).toEqual(["analytics-boundary", "analytics", "orders"]);
  });

  test("writes what depends on the day when the day passes the end of an agreement", () => {
    expect(shop.synth("dev", "2027-01-01").stacks?.written).toEqual([
      "analytics-boundary",
      "analytics",
      "traffic",
    ]);
  });

  test("writes a stack again whose output was changed or removed by hand", () => {
    appendFileSync(join(shop.outdir, "stacks", "erp", "cdk.tf.json"), " ");
    rmSync(join(shop.outdir, "stacks", "users"), { recursive: true });

    expect(shop.synth().stacks?.written).toEqual(["erp", "users"]);
  });

  test("writes everything when its index is damaged", () => {
    appendFileSync(join(shop.outdir, "meshwright.json"), "{");

    expect([...(shop.synth().stacks?.written ?? [])].sort()).toEqual(ALL);
  });

  test("writes everything for another environment", () => {
    expect([...(shop.synth("prod").stacks?.written ?? [])].sort()).toEqual(ALL);
  });
});

describe("a domain that is gone", () => {
  const shop = shopWorkspace();

  test("takes its stacks with it", () => {
    shop.synth();
    shop.remove("domains/erp");
    shop.remove("locks/erp.json");
    shop.edit(
      "domains/orders/domain.yaml",
      "  - product: erp/stock-level\n    version: 1\n    app: order-placed\n    purpose: refuse orders for what is not in stock\n    until: 2027-12-31\n",
      "",
    );
    shop.edit(
      "domains/orders/products/order-placed.v2/product.yaml",
      "inputs: [users/user-profile, erp/stock-level]",
      "inputs: [users/user-profile]",
    );
    shop.edit(
      "domains/orders/products/order-placed.v2/product.yaml",
      "  - domain: erp\n    purpose: booking and delivery\n    until: 2027-12-31\n",
      "",
    );
    shop.edit("mesh.yaml", '    domains:\n      erp: { account: "777788889999" }\n', "");

    const { stacks, check } = shop.synth();

    expect(check.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(stacks?.removed).toEqual(["erp", "erp-boundary"]);
    expect(shop.stackNames()).not.toContain("erp");
  });
});

describe("a mesh with an error", () => {
  const shop = shopWorkspace();

  test("writes nothing at all", () => {
    shop.edit("domains/orders/domain.yaml", "product: erp/stock-level", "product: erp/stock-levle");

    const { check, stacks } = shop.synth();

    expect(stacks).toBeUndefined();
    expect(existsSync(shop.outdir)).toBe(false);
    expect(check.findings.find(({ code }) => code === "UnknownProduct")).toMatchObject({
      severity: "error",
      position: { line: 16, column: 14 },
    });
  });
});

describe("an environment that is not in mesh.yaml", () => {
  const shop = shopWorkspace();

  test("is refused by name", () => {
    expect(() => shop.synth("staging", TODAY)).toThrow(
      "environment 'staging' is not in mesh.yaml, which has dev, prod; name one of them with --env or MESHWRIGHT_ENV",
    );
  });
});

describe("a mesh whose stacks cannot be made", () => {
  const shop = shopWorkspace();

  test("says so for every stack at once, and leaves the output as it was", () => {
    shop.synth("prod");
    const before = shop.stackText("orders");
    const products = [
      ...["alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel"],
      ...["india", "juliet", "kilo", "lima", "mike", "november", "oscar", "papa"],
    ];
    for (const product of products) shop.copyProduct("traffic/page-view", `traffic/${product}`);
    for (const domain of ["analytics", "orders"])
      shop.subscribe(
        domain,
        products.map((product) => `traffic/${product}`),
      );

    const { stacks, failures, check } = shop.synth("prod");
    expect(check.findings.filter(({ severity }) => severity === "error")).toEqual([]);

    expect(stacks).toBeUndefined();
    expect(failures.map(({ name }) => name)).toEqual(["analytics-boundary", "orders-boundary", "traffic"]);
    expect(failures[0]?.message).toMatch(
      /^\[analytics-boundary\/Boundary\] PolicyTooLarge: managed policy has \d+ of 6144 characters; the domain has 21 imports; give it fewer, or split it$/,
    );
    expect(shop.stackText("orders")).toBe(before);
  });
});
