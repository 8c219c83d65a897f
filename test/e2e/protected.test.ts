import { readFileSync } from "node:fs";
import { thingsIn } from "./support/compare";
import { Deployment } from "./support/deployment";
import { unwrapped } from "./support/unwrapped";

jest.setTimeout(60_000);

it("a domain is not destroyed in a protected environment: what is retained refuses", async () => {
  const prod = await Deployment.ofShop("prod");
  await prod.deployAll(["platform", "analytics-boundary", "analytics"]);
  const before = [thingsIn(prod.world), readFileSync(prod.stateFile("analytics"), "utf8")];

  const { code, stderr } = await prod.apply("analytics", "-destroy");

  expect(code).toBe(1);
  for (const type of ["aws_s3_bucket", "aws_kms_key", "postgresql_schema"]) {
    const { address } = prod.document("analytics").one(type);
    expect(unwrapped(stderr)).toContain(`Resource ${address} has lifecycle.prevent_destroy set`);
  }
  expect([thingsIn(prod.world), readFileSync(prod.stateFile("analytics"), "utf8")]).toEqual(before);
});
