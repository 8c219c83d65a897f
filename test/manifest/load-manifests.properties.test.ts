import fc from "fast-check";
import { MANIFEST_CODES, type ManifestCode } from "../../src/manifest";
import { CONTRACT, MESH, ORDER_PLACED, ORDERS } from "../support/mesh-dir";
import { mutatedText, textWithEdits } from "./arbitraries";
import { findingsIn } from "./support";

const PATHS = [
  "mesh.yaml",
  "domains/orders/domain.yaml",
  "locks/orders.json",
  "domains/orders/products/order-placed/product.yaml",
  "domains/orders/products/order-placed/contract.odcs.yaml",
];
const anyPath = fc.constantFrom(...PATHS);

const isWellFormed = (text: string | undefined): boolean =>
  text === undefined || !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(text);

test("no content of any file crashes loading, and every finding has a code, a place and a fix", () => {
  const content = fc.oneof(
    mutatedText,
    fc.uint8Array({ maxLength: 100 }).map((array) => Buffer.from(array)),
  );
  fc.assert(
    fc.property(anyPath, content, (path, bytes) => {
      for (const { code, at, position, message, value, rule, fix } of findingsIn({ [path]: bytes })) {
        expect(MANIFEST_CODES[code as ManifestCode]).toBeDefined();
        expect(PATHS).toContain(at.file);
        expect(position.line).toBeGreaterThan(0);
        expect(position.column).toBeGreaterThan(0);
        expect(fix).not.toBe("");
        for (const text of [message, value, rule, fix]) expect(isWellFormed(text)).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
});

test("no mistake around a secret makes loading repeat it", () => {
  const literals = ["AKIA".concat("IOSFODNN7EXAMPLE"), "correct-horse-battery"];
  const hidden = `password: ${literals[1]}\nnote: see ${literals[0]} here\n`;
  const text = fc
    .constantFrom(MESH, ORDERS, ORDER_PLACED, CONTRACT)
    .chain((base) => textWithEdits(`${hidden}${base}`));
  /** The password is a secret because of its key; with the key gone, it is a word like others. */
  const isKeyed = /password["']?[ \t]*[:=][ \t\n]*["']?correct-horse-battery/;
  fc.assert(
    fc.property(anyPath, text, (path, bad) => {
      const told = JSON.stringify(findingsIn({ [path]: bad }));

      expect(told).not.toContain(literals[0]);
      if (isKeyed.test(bad)) expect(told).not.toContain(literals[1]);
    }),
    { numRuns: 400 },
  );
});
