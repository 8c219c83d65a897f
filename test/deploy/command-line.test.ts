import { needsInit, parseCommandLine } from "../../src/deploy/command/command-line";

const parse = (text: string, env = {}) => parseCommandLine(text.split(" "), "/work", env);

test.each([
  ["terraform plan", "terraform", "/work"],
  ["/opt/terraform -chdir=a/b plan", "terraform", "/work/a/b"],
  ["tofu -chdir=/c apply -auto-approve", "terraform", "/c"],
  ["cdktf deploy orders", "framework", "/work"],
  ["npx --yes cdktf@0.21 diff", "framework", "/work"],
  ["node_modules/.bin/cdktf deploy", "framework", "/work"],
  ["npm run deploy", "other", "/work"],
  ["echo terraform", "other", "/work"],
])("%s runs Terraform by %s in %s", (text, kind, folder) => {
  expect(parse(text)).toMatchObject({ kind, folder });
});

test("a program that TERRAFORM_BINARY_NAME names is Terraform", () => {
  expect(parse("tf-1.11 plan").kind).toBe("other");
  expect(parse("tf-1.11 plan", { TERRAFORM_BINARY_NAME: "/opt/tf-1.11" }).kind).toBe("terraform");
});

test.each([
  ["terraform plan", true],
  ["terraform -chdir=a state list", true],
  ["terraform init", false],
  ["terraform -version", false],
  ["terraform fmt", false],
  ["cdktf deploy", false],
])("%s needs an init first: %p", (text, expected) => {
  expect(needsInit(parse(text))).toBe(expected);
});
