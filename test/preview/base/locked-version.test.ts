import { lockedConstructs } from "../../../src/preview/base/locked-version";
import { lockFile } from "../support/old-constructs";

const FROM = "https://packages.example/meshwright-1.2.3.tgz";

/** What is locked for a mesh, and the files that were asked for. */
async function locked(meshPath: string, files: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  const found = await lockedConstructs(meshPath, (path) => {
    asked.push(path);
    return Promise.resolve(files[path]);
  });
  return { found, asked };
}

test("the nearest lock file that names the constructs counts", async () => {
  const files = {
    "package-lock.json": lockFile({ version: "1.0.0" }),
    "platform/package-lock.json": lockFile({ version: "2.0.0", integrity: "sha512-a" }),
    "platform/mesh/package-lock.json": JSON.stringify({ packages: { "node_modules/other": {} } }),
  };

  const { found, asked } = await locked("platform/mesh", files);

  expect(found).toEqual({ folder: "platform", version: "2.0.0", content: "2.0.0 sha512-a" });
  expect(asked).toEqual(["platform/mesh/package-lock.json", "platform/package-lock.json"]);
  expect((await locked("other", files)).found).toMatchObject({ folder: "", version: "1.0.0" });
  expect((await locked("", files)).found).toMatchObject({ folder: "", version: "1.0.0" });
});

test("none is named without a lock file, as in the constructs' own repository", async () => {
  expect(await locked("mesh", {})).toEqual({
    found: undefined,
    asked: ["mesh/package-lock.json", "package-lock.json"],
  });
});

test.each(["", "{", "null", "7", "[]", '{"packages": null}', '{"packages": {}}', "<<<<<<< ours"])(
  "a lock file that reads '%s' names none",
  async (text) => {
    expect((await locked("", { "package-lock.json": text })).found).toBeUndefined();
  },
);

describe("what was locked is the same", () => {
  const contentOf = async (constructs: object) =>
    (await locked("", { "package-lock.json": lockFile(constructs) })).found?.content;

  test("wherever it was fetched from", async () => {
    const one = await contentOf({ version: "1.2.3", integrity: "sha512-a", resolved: FROM });
    const mirrored = await contentOf({ version: "1.2.3", integrity: "sha512-a", resolved: `${FROM}?mirror` });

    expect(one).toBe(mirrored);
  });

  test("unless its version, its bytes or, without a hash of these, its place differ", async () => {
    const contents = await Promise.all([
      contentOf({ version: "1.2.3", integrity: "sha512-a" }),
      contentOf({ version: "1.2.4", integrity: "sha512-a" }),
      contentOf({ version: "1.2.3", integrity: "sha512-b" }),
      contentOf({ version: "1.2.3", resolved: "file:a.tgz" }),
      contentOf({ version: "1.2.3", resolved: "file:b.tgz" }),
      contentOf({ version: "1.2.3" }),
    ]);

    expect(new Set(contents).size).toBe(contents.length);
  });
});

test("a folder that is linked has the version that is written for the folder", async () => {
  const packages = {
    "node_modules/meshwright": { resolved: "constructs", link: true },
    constructs: { version: "3.1.0" },
  };

  const { found } = await locked("", { "package-lock.json": JSON.stringify({ packages }) });

  expect(found).toEqual({ folder: "", version: "3.1.0", content: "3.1.0 constructs" });
});
