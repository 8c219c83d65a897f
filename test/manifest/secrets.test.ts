import { ORDER_PLACED, ORDERS, CONTRACT, MESH } from "../support/mesh-dir";
import { findingsIn, headline, replaced } from "./support";

const ORDERS_FILE = "domains/orders/domain.yaml";
const CONTRACT_FILE = "domains/orders/products/order-placed/contract.odcs.yaml";
const PRODUCT = "domains/orders/products/order-placed/product.yaml";

/** Put together here, so that no scanner takes this file for a leak. */
const join = (...parts: string[]): string => parts.join("");
const BODY = "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8";
const JWT = join("ey", "JhbGciOiJIUzI1NiJ9.ey", "JzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N");

const FORMS: readonly (readonly [string, string])[] = [
  ["an AWS access key id", join("AKIA", "IOSFODNN7EXAMPLE")],
  ["an AWS access key id", join("ASIA", "IOSFODNN7EXAMPLE")],
  ["a JSON web token", JWT],
  ["a GitHub token", join("ghp_", BODY)],
  ["a GitHub token", join("github_pat_", BODY)],
  ["a GitLab token", join("glpat-", BODY)],
  ["a Slack token", join("xoxb-", "1234567890-abcdefghij")],
  ["a Slack webhook", join("hooks.slack.com/services/", "T000/B000/", BODY)],
  ["a Stripe key", join("sk_live_", BODY)],
  ["a Google API key", join("AIza", "SyA1234567890abcdefghijklmnopqrstuv")],
];

/** A secret, the text around it, and what it is called. */
const AROUND: readonly (readonly [string, string, string])[] = [
  ["a password in an address", "hunter2pass", "postgres://orders:hunter2pass@db.example.com/mesh"],
  ["a password in an address", "hunter2pass", "jdbc:postgresql://db/mesh?user=orders&password=hunter2pass"],
  [
    "a private key",
    join("MIIE", BODY),
    join("-----BEGIN RSA PRIVATE KEY-----\\nMIIE", BODY, "\\n-----END RSA PRIVATE KEY-----"),
  ],
];

const described = (text: string) =>
  findingsIn({
    [ORDERS_FILE]: replaced(ORDERS, "name: orders\n", `name: orders\ndescription: "see ${text} ok"\n`),
  });

test.each([...FORMS.map(([name, secret]) => [name, secret, secret] as const), ...AROUND])(
  "%s",
  (name, secret, text) => {
    const findings = described(text);

    expect(findings).toEqual([
      {
        code: "SecretInManifest",
        severity: "error",
        message: `description holds ${name}`,
        value: "[redacted]",
        rule: "no secret in a file that is committed",
        fix: "remove it, revoke it, and keep the new one in a secret store",
        at: { file: ORDERS_FILE, path: ["description"] },
        position: { line: 4, column: 14 },
      },
    ]);
    expect(JSON.stringify(findings)).not.toContain(secret);
  },
);

describe("a literal under a key that says secret", () => {
  const inKafka = (line: string) =>
    findingsIn({ "mesh.yaml": replaced(MESH, "      tls: false\n", `      tls: false\n      ${line}\n`) });

  test.each([
    "password: hunter2",
    "adminPassword: hunter2",
    "db_passwd: hunter2",
    "secret: hunter2",
    "clientSecret: hunter2",
    "apiKey: hunter2",
    "api-key: hunter2",
    "private_key: hunter2",
    "token: hunter2",
    "credentials: { user: hunter2 }",
    "passwords_and_password: [hunter2]",
  ])("%s", (line) => {
    const findings = inKafka(line);

    expect(findings.map(({ code }) => code)).toContain("SecretInManifest");
    expect(findings.map(({ position }) => position.line)).toEqual(findings.map(() => 17));
    expect(JSON.stringify(findings)).not.toContain("hunter2");
  });

  test("one finding for one mistake: the field is unknown as well", () => {
    expect(inKafka("password: hunter2").map(headline)).toEqual(["mesh.yaml:17:17 SecretInManifest"]);
  });

  test("a number", () => {
    expect(inKafka("password: 4711").map(({ code, value }) => [code, value])).toEqual([
      ["SecretInManifest", "[redacted]"],
    ]);
  });

  test.each([
    "password: ${DB_PASSWORD}",
    "password: arn:aws:secretsmanager:eu-central-1:1:secret:x",
    "password: true",
    "password: ''",
  ])("not where it says where the secret is: %s", (line) => {
    expect(inKafka(line).map(({ code }) => code)).not.toContain("SecretInManifest");
  });

  test("what looks random under a key that sounds like one", () => {
    expect(inKafka(`signingKey: ${BODY}`)).toMatchObject([
      { message: "environments[0].kafka.signingKey holds what looks like a key" },
    ]);
    expect(inKafka("signingKey: orders-signing-key-name").map(({ code }) => code)).toEqual(["UnknownField"]);
  });

  test("the custom property of a contract", () => {
    const text = `${CONTRACT}customProperties:\n  - property: apiToken\n    value: hunter2\n`;

    const findings = findingsIn({ [CONTRACT_FILE]: text });

    expect(findings.map(headline)).toEqual([`${CONTRACT_FILE}:27:12 SecretInManifest`]);
    expect(JSON.stringify(findings)).not.toContain("hunter2");
  });

  test("a column named password is no secret", () => {
    const text = replaced(CONTRACT, "name: placed_at", "name: password");

    expect(findingsIn({ [CONTRACT_FILE]: text })).toEqual([]);
  });
});

describe("secrets in odd places", () => {
  const secret = FORMS[0]?.[1] ?? "";

  test.each([
    ["a comment", `${ORDER_PLACED}# ${secret}\n`, "18:3 SecretInManifest"],
    ["a key", `${ORDER_PLACED}${secret}: 1\n`, "18:1 SecretInManifest"],
    ["a key with escapes", `${ORDER_PLACED}"\\x41${secret.slice(1)}": 1\n`, "1:1 SecretInManifest"],
    ["a key that is there twice", `${ORDER_PLACED}${secret}: 1\n${secret}: 2\n`, "18:1 SecretInManifest"],
    ["a file that is no YAML", `a: [${secret}`, "1:5 SecretInManifest"],
    ["a name", replaced(ORDER_PLACED, "name: order-placed", `name: ${secret}`), "3:7 SecretInManifest"],
    ["a second document", `${ORDER_PLACED}---\n${secret}\n`, "19:1 SecretInManifest"],
    [
      "text with escapes",
      replaced(ORDER_PLACED, "revenue reporting", `"\\x41${secret.slice(1)}"`),
      "17:14 SecretInManifest",
    ],
  ])("%s", (_where, text, at) => {
    const findings = findingsIn({ [PRODUCT]: text });

    expect(findings.map(headline)).toContain(`${PRODUCT}:${at}`);
    expect(JSON.stringify(findings)).not.toContain(secret);
  });

  test("one secret is one finding", () => {
    const pem = "-----BEGIN PRIVATE KEY-----\n    MIIEabc\n    -----END PRIVATE KEY-----";
    const text = `${CONTRACT}description:\n  purpose: |\n    ${pem}\n`;

    expect(findingsIn({ [CONTRACT_FILE]: text }).map(headline)).toEqual([
      `${CONTRACT_FILE}:26:12 SecretInManifest`,
    ]);
  });

  test("a password in a file that is no YAML shows in no message", () => {
    const findings = findingsIn({ [PRODUCT]: "password: hunter2pass\nhunter2pass: 1\nhunter2pass: 2\n" });

    expect(findings.map(({ code }) => code)).toContain("YamlDuplicateKey");
    expect(JSON.stringify(findings)).not.toContain("hunter2pass");
  });
});
