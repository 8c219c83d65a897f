import { checkText } from "../../src/manifest/safety";
import { CONTRACT, ORDER_PLACED, ORDERS } from "../support/mesh-dir";
import { findingsIn, headline, replaced } from "./support";

const ORDERS_FILE = "domains/orders/domain.yaml";
const PRODUCT = "domains/orders/products/order-placed/product.yaml";
const CONTRACT_FILE = "domains/orders/products/order-placed/contract.odcs.yaml";

/** Findings about the domain with this description. */
const described = (yaml: string) =>
  findingsIn({ [ORDERS_FILE]: replaced(ORDERS, "name: orders\n", `name: orders\ndescription: ${yaml}\n`) });
/** Findings about the contract with this line at its end. */
const contracted = (yaml: string) => findingsIn({ [CONTRACT_FILE]: `${CONTRACT}${yaml}\n` });

describe("characters that do not show", () => {
  test.each([
    [
      "a line break",
      '"a\\nb"',
      `${ORDERS_FILE}:4:14`,
      "description holds a line break (U+000A)",
      "write it on one line",
    ],
    [
      "text over several lines",
      "|\n  a\n  b",
      `${ORDERS_FILE}:4:14`,
      "description holds a line break (U+000A)",
      "write it on one line",
    ],
    [
      "a carriage return",
      '"a\\rb"',
      `${ORDERS_FILE}:4:14`,
      "description holds a carriage return (U+000D)",
      "remove the character",
    ],
    [
      "an escaped NUL",
      '"a\\0b"',
      `${ORDERS_FILE}:4:14`,
      "description holds NUL (U+0000)",
      "remove the character",
    ],
    [
      "an escape of a terminal",
      '"a\\e[2Jb"',
      `${ORDERS_FILE}:4:14`,
      "description holds a control character (U+001B)",
      "remove the character",
    ],
    [
      "the same, as it is",
      "a\u001b[2Jb",
      `${ORDERS_FILE}:4:15`,
      "the file holds a control character (U+001B)",
      "remove the character",
    ],
    [
      "a character that reorders text",
      "a\u202eb",
      `${ORDERS_FILE}:4:15`,
      "the file holds a character that reorders text (U+202E)",
      "remove the character",
    ],
    [
      "the same, escaped",
      '"a\\u202eb"',
      `${ORDERS_FILE}:4:14`,
      "description holds a character that reorders text (U+202E)",
      "remove the character",
    ],
    [
      "a zero-width space",
      "a\u200bb",
      `${ORDERS_FILE}:4:15`,
      "the file holds a zero-width space (U+200B)",
      "remove the character",
    ],
    [
      "a byte order mark inside",
      "a\ufeffb",
      `${ORDERS_FILE}:4:15`,
      "the file holds a byte order mark (U+FEFF)",
      "remove the character",
    ],
    [
      "a tag character",
      "a\u{e0041}b",
      `${ORDERS_FILE}:4:15`,
      "the file holds an invisible character (U+E0041)",
      "remove the character",
    ],
    [
      "half a character",
      '"a\\ud800b"',
      `${ORDERS_FILE}:4:14`,
      "description holds a control character (U+D800)",
      "remove the character",
    ],
    [
      "one in a comment",
      "a # b\u2066c",
      `${ORDERS_FILE}:4:19`,
      "the file holds a character that reorders text (U+2066)",
      "remove the character",
    ],
  ])("%s", (_what, yaml, at, message, fix) => {
    const findings = described(yaml);

    expect(findings.map(headline)).toEqual([`${at} ControlCharacter`]);
    expect(findings[0]).toMatchObject({ message, fix });
    expect(JSON.stringify(findings)).not.toMatch(/\\u001b|\u202e|\u200b/);
  });

  test("a carriage return counts as a line's end only before a line feed", () => {
    expect(findingsIn({ [ORDERS_FILE]: ORDERS.replaceAll("\n", "\r\n") })).toEqual([]);
    expect(findingsIn({ [ORDERS_FILE]: `${ORDERS}# a\rb\n` }).map(headline)).toContain(
      `${ORDERS_FILE}:7:4 ControlCharacter`,
    );
  });

  test("a contract may hold text over several lines, with tabs, and nothing else", () => {
    expect(contracted("description:\n  purpose: |\n    one\n    two\tthree")).toEqual([]);
    expect(contracted('description:\n  purpose: "a\\ab"').map(headline)).toEqual([
      `${CONTRACT_FILE}:26:12 ControlCharacter`,
    ]);
  });

  test("a key that does not show as it is", () => {
    expect(contracted('"a\\u200bb": 1').map(headline)).toEqual([`${CONTRACT_FILE}:25:1 ControlCharacter`]);
  });
});

describe("text that something would run", () => {
  test.each(["${aws_account}", "%{ if true }", "{{ $labels.x }}", "`id`", "</script>", "</SCRIPT >"])(
    "%s in a manifest",
    (text) => {
      const findings = described(`"x ${text}"`);

      expect(findings).toMatchObject([
        {
          code: "TemplateInjection",
          value: `x ${text}`,
          position: { line: 4, column: 14 },
          rule: "text without ${ %{ {{ ` </script",
          fix: "write it in words",
        },
      ]);
    },
  );

  test("in a name it is one finding, the graver one", () => {
    const findings = findingsIn({ [ORDERS_FILE]: replaced(ORDERS, "name: orders", 'name: "${x}"') });

    expect(findings.map(headline)).toEqual([`${ORDERS_FILE}:3:7 TemplateInjection`]);
  });

  test.each(["${HOST}", "${HOST:-localhost}", "jdbc:${A}/${B_2:-}"])(
    "a contract may hold the variable %s",
    (text) => {
      expect(contracted(`tenant: "${text}"`)).toEqual([]);
    },
  );

  test.each(["${host.name}", "${HOST:-${X}}", "${1}", "${", "${A:-`id`}", "{{ x }}"])(
    "a contract may not hold %s",
    (text) => {
      expect(contracted(`tenant: "${text}"`).map(headline)).toEqual([
        `${CONTRACT_FILE}:25:9 TemplateInjection`,
      ]);
    },
  );

  test("a contract carries queries of other tools as they are", () => {
    expect(contracted("quality:\n  - query: SELECT count(*) FROM `t` WHERE {{ x }}")).toEqual([]);
  });
});

describe("paths that lead elsewhere", () => {
  test.each([
    "../contract.yaml",
    "/etc/passwd.yaml",
    "a/../../b.yaml",
    "..\\b.yaml",
    "https://example.com/c.yaml",
    "~/c.yaml",
  ])("the contract %s", (path) => {
    const findings = findingsIn({ [PRODUCT]: replaced(ORDER_PLACED, "contract.odcs.yaml", path) });

    expect(findings).toMatchObject([
      {
        code: "PathOutsideRoot",
        message: "contract leads out of the product's folder",
        value: path,
        position: { line: 6, column: 11 },
      },
    ]);
  });

  test.each(["../x.yaml#/a", "file:///etc/passwd", "%2e%2e/x.yaml", "%zz", "//host/x"])(
    "the reference %s",
    (path) => {
      expect(contracted(`x:\n  - $ref: "${path}"`).map(headline)).toEqual([
        `${CONTRACT_FILE}:26:11 PathOutsideRoot`,
      ]);
    },
  );

  test.each(["#/schema/0", "common.yaml#/address", "./common.yaml", "sub/../common.yaml"])(
    "not the reference %s",
    (path) => {
      expect(contracted(`x:\n  - $ref: "${path}"`)).toEqual([]);
    },
  );
});

test("a file that cannot be parsed is looked at as text", () => {
  const findings = findingsIn({ [ORDERS_FILE]: "a: [\u202e\n# AKIAIOSFODNN7EXAMPLE\n" });

  expect(findings.map(({ code }) => code)).toEqual(
    expect.arrayContaining(["ControlCharacter", "SecretInManifest", "YamlSyntax"]),
  );
});

test("a megabyte of any one sign is looked at in no time", () => {
  const signs = [
    "eyJ",
    "://a:",
    "password=",
    "&token=",
    "${",
    "-----BEGIN ",
    "xoxb-a",
    "gh",
    "\u202e",
    "A",
    "a.b://",
  ];
  const start = performance.now();

  for (const sign of signs) {
    const text = sign.repeat(Math.floor(1_000_000 / sign.length));
    checkText("f", text, { description: text, [text.slice(0, 1000)]: text }, "manifest");
  }

  expect(performance.now() - start).toBeLessThan(10_000);
});
