import { checkPasswordSupport, findTerraform, OLDEST } from "../../src/deploy/terraform";
import { fakeProgram } from "../support/fake-program";

const HOW = "install Terraform 1.11 or OpenTofu 1.11 or later, or name the program in TERRAFORM_BINARY_NAME";

const says = (name: string, text: string) => ({ PATH: `${fakeProgram(name, `echo '${text}'`)}:/bin` });

test("terraform is taken when it is there, with its version", async () => {
  expect(await findTerraform(says("terraform", "Terraform v1.9.8"))).toEqual({
    command: "terraform",
    product: "Terraform",
    version: "1.9.8",
  });
});

test("OpenTofu is taken when there is no Terraform, or when it is named", async () => {
  const env = says("tofu", "OpenTofu v1.10.2");

  expect(await findTerraform(env)).toMatchObject({ command: "tofu", product: "OpenTofu" });
  expect(await findTerraform({ ...env, TERRAFORM_BINARY_NAME: "tofu" })).toMatchObject({ version: "1.10.2" });
});

test("without either, one sentence says where it looked and what to install", async () => {
  await expect(findTerraform({ PATH: "/nowhere:/else" })).rejects.toThrow(
    `Terraform was not found: there is no 'terraform' nor 'tofu' in PATH (/nowhere, /else); ${HOW}`,
  );
  await expect(findTerraform({ PATH: "/nowhere", TERRAFORM_BINARY_NAME: "/opt/tf" })).rejects.toThrow(
    `Terraform was not found: there is no '/opt/tf' there; ${HOW}`,
  );
});

test.each([
  ["terraform", "Terraform v1.4.7", "Terraform 1.4.7", OLDEST.Terraform],
  ["tofu", "OpenTofu v1.5.9", "OpenTofu 1.5.9", OLDEST.OpenTofu],
])("%s that is too old is refused with the version that is needed", async (name, text, found, oldest) => {
  await expect(findTerraform(says(name, text))).rejects.toThrow(
    `'${name}' is ${found}, which is too old: at least ${oldest} is needed; ${HOW}`,
  );
});

test.each([
  ["Terraform", "1.5.0"],
  ["OpenTofu", "1.6.0"],
])("the oldest %s that will do is %s", (product, version) => {
  expect(OLDEST[product as keyof typeof OLDEST]).toBe(version);
});

test("a program of that name that is something else is refused", async () => {
  await expect(findTerraform(says("terraform", "hello"))).rejects.toThrow(
    `'terraform version' does not say the version of Terraform or OpenTofu; ${HOW}`,
  );
});

test("passwords that are never stored need a newer version of either", () => {
  const old = { command: "terraform", product: "Terraform", version: "1.10.5" } as const;

  expect(() => checkPasswordSupport(old, "orders")).toThrow(
    "Terraform 1.10.5 is too old for stack 'orders': it has passwords that are never stored, " +
      "which need Terraform 1.11 or later",
  );
  expect(() => checkPasswordSupport({ ...old, version: "1.11.0" }, "orders")).not.toThrow();
  expect(() => checkPasswordSupport({ ...old, version: "2.0.0" }, "orders")).not.toThrow();
});
