import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import fs from "node:fs";
import { DEFAULT_SEED, World, type Thing } from "../../../src/offline/world";

const folder = mkdtempSync(join(tmpdir(), "worlds-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
const freshFile = (): string => join(folder, `${count++}`, "dev.world.json");
const thing = (attributes: Thing["attributes"]): Thing => ({ attributes });

describe("a world", () => {
  test("starts empty, or with what it is given, and is not written before it changes", () => {
    const file = freshFile();

    expect(World.open(file).list()).toEqual([]);
    expect(World.open(file, { contents: [["a", "b", { c: 1 }]] }).get("a", "b")).toEqual(thing({ c: 1 }));
    expect(existsSync(file)).toBe(false);
  });

  test("has a seed of its own or the same as every other", async () => {
    const file = freshFile();
    const world = World.open(file, { seed: "mine" });
    await world.put("a", "b", thing({}));

    expect(World.open(file).seed).toBe("mine");
    expect(World.open(freshFile()).seed).toBe(DEFAULT_SEED);
    expect(DEFAULT_SEED).toBe("meshwright");
  });

  test("is one pretty file with its keys in order once it is folded", async () => {
    const file = freshFile();
    const world = World.open(file);
    await world.put("b", "y", thing({ z: [1], a: 2n ** 60n }));
    await world.put("a", "x", thing({}));
    await world.fold();

    expect(readdirSync(join(file, ".."))).toEqual(["dev.world.json"]);
    expect(readFileSync(file, "utf8")).toBe(
      `{
  "format": 1,
  "generation": 2,
  "seed": "meshwright",
  "things": {
    "a": {
      "x": {
        "attributes": {}
      }
    },
    "b": {
      "y": {
        "attributes": {
          "a": {
            "$big": "1152921504606846976"
          },
          "z": [
            1
          ]
        }
      }
    }
  }
}
`,
    );
    expect(World.open(file).get("b", "y")?.attributes.a).toBe(2n ** 60n);
  });

  test("keeps nothing of a transaction that throws", async () => {
    const world = World.open(freshFile());

    const attempt = world.transact((draft) => {
      draft.put("a", "b", thing({}));
      throw new Error("stop");
    });

    await expect(attempt).rejects.toThrow("stop");
    expect(world.list()).toEqual([]);
  });

  test("shows a change by hand, and what another opener changed", async () => {
    const file = freshFile();
    const [one, other] = [World.open(file), World.open(file)];
    await one.put("a", "b", thing({ c: 1 }));
    expect(other.get("a", "b")).toEqual(thing({ c: 1 }));
    await other.fold();
    writeFileSync(file, readFileSync(file, "utf8").replace('"c": 1', '"c": 2'));

    expect(one.get("a", "b")).toEqual(thing({ c: 2 }));
  });

  test("behaves as a map, across openers and folds", async () => {
    const step = fc.record({
      kind: fc.constantFrom("put", "remove", "fold"),
      key: fc.constantFrom("a", "b", "__proto__"),
      value: fc.integer(),
      opener: fc.nat({ max: 1 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
        const file = freshFile();
        const openers = [World.open(file), World.open(file)];
        const model = new Map<string, number>();

        for (const { kind, key, value, opener } of steps) {
          const world = openers[opener];
          if (kind === "put") model.set(key, value);
          if (kind === "remove") model.delete(key);
          if (kind === "put") await world?.put("type", key, thing({ value }));
          else if (kind === "remove") await world?.remove("type", key);
          else await world?.fold();
        }

        for (const world of [...openers, World.open(file)]) {
          const found = world
            .list()
            .map(({ identity, thing: { attributes } }) => [identity, attributes.value]);
          expect(found).toEqual([...model].sort(([a], [b]) => (a < b ? -1 : 1)));
        }
      }),
      { numRuns: 40 },
    );
  });

  test("marks a thing by the last part of its name, and takes the mark back", async () => {
    const world = World.open(freshFile());
    await world.put("postgresql_schema", "mesh.orders", thing({}));

    await world.mark("postgresql_schema", "orders", "nonEmpty");
    expect(world.get("postgresql_schema", "mesh.orders")).toEqual({ attributes: {}, marks: ["nonEmpty"] });
    await world.mark("postgresql_schema", "mesh.orders", "nonEmpty", false);
    expect(world.get("postgresql_schema", "mesh.orders")).toEqual(thing({}));
  });

  test("says what there is when a thing to mark is not there, and which when it is not clear", async () => {
    const world = World.open(freshFile());
    await world.put("role", "1/a", thing({}));
    await world.put("role", "2/a", thing({}));

    await expect(world.mark("role", "b", "nonEmpty")).rejects.toThrow(
      "there is no role 'b' in this world; there are: 1/a, 2/a",
    );
    await expect(world.mark("role", "a", "nonEmpty")).rejects.toThrow(
      "role 'a' is ambiguous; say which: 1/a, 2/a",
    );
    await expect(world.mark("bucket", "a", "nonEmpty")).rejects.toThrow(
      "there is no bucket 'a' in this world; there is no bucket at all",
    );
  });

  test("is empty after a reset", async () => {
    const file = freshFile();
    const world = World.open(file);
    await world.put("a", "b", thing({}));

    await world.reset();

    expect(world.list()).toEqual([]);
    expect(readdirSync(join(file, ".."))).toEqual([]);
  });
});

describe("a store that was left in the middle of something", () => {
  const written = async () => {
    const file = freshFile();
    const world = World.open(file);
    await world.put("a", "1", thing({}));
    await world.put("a", "2", thing({}));
    return file;
  };

  test("counts only whole lines of its journal, and goes on behind them", async () => {
    const file = await written();
    appendFileSync(`${file}.journal`, `[["put","a","3",{"attributes":{"name":"${"x".repeat(500)}`);

    const world = World.open(file);
    expect(world.list()).toHaveLength(2);
    await world.put("a", "4", thing({}));
    expect(readFileSync(`${file}.journal`, "utf8")).not.toContain("x");

    expect(
      World.open(file)
        .list()
        .map(({ identity }) => identity),
    ).toEqual(["1", "2", "4"]);
  });

  test("takes no journal for its own that is in the main file already", async () => {
    const file = await written();
    const journal = readFileSync(`${file}.journal`);
    const world = World.open(file);
    await world.fold();
    await world.remove("a", "1");
    await world.fold();
    writeFileSync(`${file}.journal`, journal);

    expect(
      World.open(file)
        .list()
        .map(({ identity }) => identity),
    ).toEqual(["2"]);
    await World.open(file).put("a", "5", thing({}));
    expect(
      World.open(file)
        .list()
        .map(({ identity }) => identity),
    ).toEqual(["2", "5"]);
  });

  test("is read whole though another process replaces it between two reads", async () => {
    const file = await written();
    const [main, journal] = [readFileSync(file), `${file}.journal`];
    const journalBefore = readFileSync(journal);
    await World.open(file).fold();
    const folded = readFileSync(file);
    writeFileSync(file, main);
    writeFileSync(journal, journalBefore);
    const world = World.open(file);
    utimesSync(file, 0, 0);
    const read = fs.readFileSync;
    const replaced = jest.spyOn(fs, "readFileSync").mockImplementationOnce((...args) => {
      const text = read(...args);
      writeFileSync(file, folded);
      rmSync(journal);
      return text;
    });

    expect(world.list().map(({ identity }) => identity)).toEqual(["1", "2"]);
    expect(replaced).toHaveBeenCalled();
    replaced.mockRestore();
  });

  test("takes over the lock of a process that has ended", async () => {
    const file = await written();
    const host = /^[^~]*/.exec(await heldToken(file))?.[0] ?? "";
    writeFileSync(`${file}.lock`, `${host}~999999999~1~dead`);
    writeFileSync(`${file}.${host}~999999999~1~dead.tmp`, "half");

    await World.open(file, { patienceMs: 1000 }).put("a", "6", thing({}));

    expect(readdirSync(join(file, "..")).sort()).toEqual(["dev.world.json", "dev.world.json.journal"]);
  });
});

describe("a store that cannot be used", () => {
  test.each<[string, string]>([
    ["{", "Expected property name or '}' in JSON at position 1"],
    ["[]", "it is no object with 'things'"],
    ['{"format":2,"things":{}}', "its format is 2, not 1"],
    ['{"format":1,"seed":"","things":{"a":{"b":{}}}}', "a 'b' is no object with 'attributes'"],
  ])("says what is wrong with %s and leaves it", async (text, what) => {
    const file = freshFile();
    await World.open(file).put("a", "b", thing({}));
    writeFileSync(file, text);

    expect(() => World.open(file)).toThrow(`the world's store '${file}' cannot be understood: ${what}`);
    expect(() => World.open(file)).toThrow("; repair it, or delete it to start with an empty world");
    expect(readFileSync(file, "utf8")).toBe(text);
  });

  test("says so when its folder is a file", () => {
    const file = freshFile();
    writeFileSync(join(folder, "plain"), "");

    expect(() => World.open(join(folder, "plain", "world.json"))).toThrow(/cannot be written: .*; /);
    expect(existsSync(file)).toBe(false);
  });

  const isRoot = process.getuid?.() === 0;
  (isRoot ? test.skip : test)("can be read, not written, in a read-only folder", async () => {
    const file = freshFile();
    await World.open(file).put("a", "b", thing({}));
    chmodSync(join(file, ".."), 0o500);

    const world = World.open(file);

    expect(world.list()).toHaveLength(1);
    await expect(world.put("a", "c", thing({}))).rejects.toThrow("cannot be written: permission denied; ");
    chmodSync(join(file, ".."), 0o700);
  });

  test.each(["journal", "main file"])(
    "is whole, and says so, when the disk is full for its %s",
    async (part) => {
      const file = freshFile();
      const world = World.open(file);
      await world.put("a", "b", thing({}));
      const halfWritten = jest.spyOn(fs, "writeSync").mockImplementationOnce((handle, bytes) => {
        writeFileSync(handle, String(bytes).slice(0, 5));
        throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
      });

      await expect(part === "journal" ? world.put("a", "c", thing({})) : world.fold()).rejects.toThrow(
        `the world's store '${file}' cannot be written: the disk is full; free some space and run again`,
      );

      halfWritten.mockRestore();
      for (const opener of [world, World.open(file)]) expect(opener.list()).toHaveLength(1);
      await world.put("a", "d", thing({}));
      expect(
        World.open(file)
          .list()
          .map(({ identity }) => identity),
      ).toEqual(["b", "d"]);
      expect(readdirSync(join(file, "..")).sort()).toEqual(["dev.world.json", "dev.world.json.journal"]);
    },
  );
});

/** The token a process writes into the lock it holds. */
const heldToken = (file: string): Promise<string> =>
  World.open(file).transact(() => readFileSync(`${file}.lock`, "utf8"));
