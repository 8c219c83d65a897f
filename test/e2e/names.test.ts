import { cpSync } from "node:fs";
import { join } from "node:path";
import { checkMesh } from "../../src/synth";
import { Deployment, TODAY } from "./support/deployment";
import { configurationOf } from "./support/small-stack";
import { StackDocument } from "./support/stack-document";
import { unwrapped } from "./support/unwrapped";

jest.setTimeout(60_000);

const NAMED = configurationOf({
  kafka_topic: { a: { name: "orders.placed", partitions: 1, replication_factor: 1 } },
  postgresql_role: { a: { name: "orders__ro" } },
  postgresql_schema: { a: { name: "orders", if_not_exists: false } },
  aws_s3_bucket: { a: { bucket: "shop-orders" } },
  aws_iam_role: { a: { name: "orders", assume_role_policy: "{}" } },
  aws_cloudwatch_log_group: { a: { name: "/mesh/orders" } },
});

describe("two domains that claim the same names", () => {
  it("fail at apply, in the providers' words, with the first one's things as they were", async () => {
    const deployment = await Deployment.ofNothing();
    for (const stack of ["orders", "thief"])
      deployment.write(stack, StackDocument.parse(JSON.stringify(NAMED)));
    await deployment.deploy("orders");
    const before = deployment.world.list();

    const { code, stderr } = await deployment.apply("thief");

    expect(code).toBe(1);
    for (const words of [
      "kafka server: Topic with this name already exists",
      'error creating role orders__ro: pq: role "orders__ro" already exists',
      'pq: schema "orders" already exists',
      "creating S3 Bucket (shop-orders)",
      "BucketAlreadyOwnedByYou",
      "EntityAlreadyExists",
      "ResourceAlreadyExistsException",
    ]) {
      expect(unwrapped(stderr)).toContain(words);
    }
    expect(deployment.world.list()).toEqual(before);
  });

  it("are refused before that when the mesh is checked", async () => {
    const { meshFolder } = await Deployment.ofShop();
    cpSync(join(meshFolder, "domains", "orders"), join(meshFolder, "domains", "thief"), { recursive: true });

    const { findings } = checkMesh(meshFolder, TODAY);

    const errors = findings.filter(({ severity }) => severity === "error");
    expect(errors.map(({ at, message }) => `${at.file}: ${message}`)).toEqual([
      "domains/thief/domain.yaml: name is 'orders' in the folder 'thief'",
    ]);
  });
});
