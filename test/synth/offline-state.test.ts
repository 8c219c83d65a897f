import { join } from "node:path";
import { synthMesh } from "../../src/synth";
import { shopWorkspace, TODAY } from "../support/shop";

const shop = shopWorkspace();

function offline(environment: string, outdir = shop.outdir) {
  const { root } = shop;
  return synthMesh({
    root,
    outdir,
    environment,
    today: TODAY,
    offlineDirectory: join(root, ".meshwright", "offline"),
  });
}

test("offline, the state of a protected environment is local, and all else is as it is in the environment", () => {
  shop.synth("prod");
  const real = JSON.parse(shop.stackText("orders-boundary")) as Record<string, unknown>;

  expect(offline("prod").stacks?.written).toContain("orders-boundary");

  const text = shop.stackText("orders-boundary");
  const { terraform, ...rest } = JSON.parse(text) as Record<string, unknown>;
  expect(terraform).toMatchObject({
    backend: { local: { path: "../../../mesh/.meshwright/offline/prod/orders-boundary.tfstate" } },
  });
  expect(rest.resource).toEqual(real.resource);
  expect(text).toContain("shop-terraform-state");
});

test("back to the real environment, every stack is written anew", () => {
  offline("dev");

  expect(shop.synth("dev").stacks?.unchanged).toEqual([]);
});
