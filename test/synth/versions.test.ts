import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { codeStamp, versionsOfEverything } from "../../src/synth";

describe("what a fingerprint knows of the code", () => {
  test("names the library, the framework and the bindings with their versions", () => {
    expect(versionsOfEverything()).toMatch(
      /^meshwright@[\d.]+\+[0-9a-f]{16} cdktf@0\.21\.0 constructs@10\.[67]\.\d+ @cdktf\/provider-aws@21\.[\d.]+ @cdktf\/provider-postgresql@12\.[\d.]+ yaml@2\.[\d.]+ zod@4\.[\d.]+$/,
    );
  });

  test("changes when a file of code is written anew, and not otherwise", () => {
    const root = mkdtempSync(join(tmpdir(), "meshwright-code-"));
    for (const folder of ["constructs", "stacks", "src/deep"])
      mkdirSync(join(root, folder), { recursive: true });
    const file = join(root, "src", "deep", "thing.js");
    writeFileSync(file, "1");
    const before = codeStamp(root);

    expect(codeStamp(root)).toBe(before);
    writeFileSync(join(root, "src", "notes.md"), "no code");
    expect(codeStamp(root)).toBe(before);
    utimesSync(file, 1, 1);
    expect(codeStamp(root)).not.toBe(before);
    rmSync(root, { recursive: true });
  });
});
