import { CREDENTIAL_VARIABLES } from "../../src/deploy/command/placeholders";
import { ADMIN_PASSWORD_VARIABLE } from "../../constructs/schema";
import { shopWorkspace } from "../support/shop";

const shop = shopWorkspace();

test("every variable of a synthesised stack is known", () => {
  shop.synth();

  const asked = new Set(shop.stackNames().flatMap((name) => Object.keys(shop.stack(name).variable ?? {})));

  expect([...asked].filter((name) => !CREDENTIAL_VARIABLES.some((known) => known === name))).toEqual([]);
  expect(asked.has(ADMIN_PASSWORD_VARIABLE)).toBe(true);
});

test("with certificates instead of passwords too", () => {
  shop.edit("mesh.yaml", "authentication: scram\n", "authentication: mtls\n");
  shop.edit("mesh.yaml", "      tls: false\n", "");

  expect(shop.synth().check.findings.filter(({ severity }) => severity === "error")).toEqual([]);

  expect(Object.keys(shop.stack("orders").variable ?? {})).toEqual(
    expect.arrayContaining(["kafka_client_certificate", "kafka_client_key"]) as string[],
  );
  for (const name of Object.keys(shop.stack("orders").variable ?? {}))
    expect(CREDENTIAL_VARIABLES).toContain(name);
});
