import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { digestOf, FileCache, loadManifests } from "../../src/manifest";
import { meshDir, ORDERS, validMesh } from "../support/mesh-dir";
import { mutatedText } from "./arbitraries";

const bytes = (text: string): Buffer => Buffer.from(text);
const cacheFile = (): string => join(meshDir({}), ".meshwright/cache/manifests.json");

/** Opens, asks for each text, saves; returns what was computed anew. */
function run(file: string, texts: readonly string[], version = "1"): string[] {
  const cache = FileCache.open(file, version);
  const computed: string[] = [];
  for (const text of texts) {
    cache.through("length", bytes(text), () => {
      computed.push(text);
      return { length: text.length };
    });
  }
  cache.save();
  return computed;
}

test("what did not change is not computed again", () => {
  const file = cacheFile();

  expect(run(file, ["a", "bb"])).toEqual(["a", "bb"]);
  expect(run(file, ["a", "bb", "ccc"])).toEqual(["ccc"]);
  expect(run(file, ["bb"])).toEqual([]);
});

test("the same content twice in one run is computed once", () => {
  expect(run(cacheFile(), ["a", "a"])).toEqual(["a"]);
});

test("what a run did not use is dropped", () => {
  const file = cacheFile();
  run(file, ["a", "bb"]);
  run(file, ["a"]);

  expect(run(file, ["a", "bb"])).toEqual(["bb"]);
});

test("kinds are apart", () => {
  const cache = FileCache.open(cacheFile(), "1");
  cache.through("contract a.yaml", bytes("x"), () => "a");

  expect(cache.through("contract b.yaml", bytes("x"), () => "b")).toBe("b");
});

test("a digest stands for its bytes", () => {
  const cache = FileCache.open(cacheFile(), "1");
  cache.through("k", bytes("x"), () => "bytes");

  expect(cache.through("k", digestOf(bytes("x")), () => "digest")).toBe("bytes");
});

test("another version starts anew", () => {
  const file = cacheFile();
  run(file, ["a"], "1");

  expect(run(file, ["a"], "2")).toEqual(["a"]);
});

test.each([
  "",
  "{",
  "[]",
  "null",
  '{"version":"1"}',
  '{"version":"1","entries":[]}',
  '{"version":"1","entries":null}',
  "\0",
])("a damaged or foreign file is no cache: %j", (content) => {
  const file = cacheFile();
  run(file, ["a"]);
  writeFileSync(file, content);

  expect(run(file, ["a"])).toEqual(["a"]);
  expect(run(file, ["a"])).toEqual([]);
});

test("an unchanged cache is not written", () => {
  const file = cacheFile();
  run(file, ["a"]);
  const { mtimeMs, ino } = statSync(file);
  run(file, ["a"]);

  expect(statSync(file)).toMatchObject({ mtimeMs, ino });
});

test("it is written in one step, and leaves nothing beside it", () => {
  const file = cacheFile();
  run(file, ["a"]);

  expect(readdirSync(join(file, ".."))).toEqual(["manifests.json"]);
});

test("a cache that cannot be written is no failure", () => {
  const file = join(meshDir({ blocked: "a file" }), "blocked", "manifests.json");

  expect(run(file, ["a"])).toEqual(["a"]);
  expect(existsSync(file)).toBe(false);
});

test("a cache that is a folder is no failure", () => {
  const file = cacheFile();
  mkdirSync(file, { recursive: true });

  expect(run(file, ["a"])).toEqual(["a"]);
  expect(readdirSync(join(file, ".."))).toEqual(["manifests.json"]);
});

describe("loading through a cache", () => {
  test("gives the same result as without, from a new and from a known cache", () => {
    const file = cacheFile();
    fc.assert(
      fc.property(mutatedText, (text) => {
        const root = meshDir(validMesh({ "domains/orders/domain.yaml": text }));
        const plain = loadManifests(root);

        for (let round = 0; round < 2; round++) {
          const cache = FileCache.open(file, "1");
          expect(loadManifests(root, { cache })).toStrictEqual(plain);
          cache.save();
        }
      }),
      { numRuns: 60 },
    );
  });

  test("a known mesh is not read from its texts again", () => {
    const file = cacheFile();
    const root = meshDir(validMesh());
    const cold = FileCache.open(file, "1");
    loadManifests(root, { cache: cold });
    cold.save();
    writeFileSync(file, readFileSync(file, "utf8").replaceAll("order-management", "from-the-cache"));

    const { set } = loadManifests(root, { cache: FileCache.open(file, "1") });

    expect(set?.domains[1]?.manifest.owner.team).toBe("from-the-cache");
  });

  test("one changed file is read again", () => {
    const file = cacheFile();
    const root = meshDir(validMesh());
    const cold = FileCache.open(file, "1");
    loadManifests(root, { cache: cold });
    cold.save();
    writeFileSync(join(root, "domains/orders/domain.yaml"), ORDERS.replace("order-management", "finance"));

    const { set } = loadManifests(root, { cache: FileCache.open(file, "1") });

    expect(set?.domains[1]?.manifest.owner.team).toBe("finance");
  });
});
