import { join } from "node:path";
import { placeOf } from "../../src/deploy/command/place";
import { meshDir } from "../support/mesh-dir";

const SEALED = JSON.stringify({ resource: { terraform_data: { Seal: { input: "prod/orders" } } } });

test("a folder stands for itself", () => {
  const folder = meshDir({});

  expect(placeOf(folder)).toEqual({ directory: folder });
});

test("a stack's folder belongs to where its output folder is, and to the environment of its seal", () => {
  const root = meshDir({ "cdktf.out/stacks/orders/cdk.tf.json": SEALED });

  expect(placeOf(join(root, "cdktf.out/stacks/orders"))).toEqual({ directory: root, environment: "prod" });
});

test("so does a stack's folder of the commands that are always offline", () => {
  const stack = ".meshwright/offline/prod/cdktf.out/stacks/orders";
  const root = meshDir({ [`${stack}/cdk.tf.json`]: SEALED });

  expect(placeOf(join(root, stack))).toEqual({ directory: root, environment: "prod" });
});

test("a stack without a seal says nothing of its environment", () => {
  const root = meshDir({ "out/stacks/a/cdk.tf.json": "{}" });

  expect(placeOf(join(root, "out/stacks/a"))).toEqual({ directory: root });
});
