import { plain, Secret, UNKNOWN, type AttributeDiff, type Value } from "../../../src/review/model";
import { attributeDiffs } from "../../../src/review/diff";
import { change, type ChangeLike } from "../support/change";

const diffs = (said: Omit<ChangeLike, "type">, type = "kafka_topic") =>
  attributeDiffs(change({ type, ...said }));
const update = (before: Value, after: Value): readonly AttributeDiff[] => diffs({ before, after }).attributes;
const lines = (diff: AttributeDiff | undefined) =>
  diff?.lines?.map(({ sign, text }) => `${sign} ${plain(text)}`);

describe("an update", () => {
  it("is told by the leaves that change", () => {
    const before = { name: "t", partitions: 3, config: { "retention.ms": "1", "cleanup.policy": "delete" } };
    const after = { name: "t", partitions: 6, config: { "retention.ms": "2", "min.insync.replicas": "2" } };

    expect(update(before, after)).toEqual([
      { path: ["config", "cleanup.policy"], forces: false, before: "delete" },
      { path: ["config", "min.insync.replicas"], forces: false, after: "2" },
      { path: ["config", "retention.ms"], forces: false, before: "1", after: "2" },
      { path: ["partitions"], forces: false, before: 3, after: 6 },
    ]);
  });

  it("takes what is not set for the same, however a provider writes it", () => {
    const before = { a: null, b: "", c: null, d: [], n: 1, block: { x: null } };
    const after = { a: "", b: null, c: [], e: {}, n: 2, block: { x: "" } };

    expect(update(before, after).map(({ path }) => path)).toEqual([["n"]]);
  });

  it("tells an empty entry of a map from a missing one, and false and 0 from nothing", () => {
    expect(
      update({ tags: {}, f: null, z: null }, { tags: { a: "" }, f: false, z: 0 }).map(({ path }) => path),
    ).toEqual([["f"], ["tags", "a"], ["z"]]);
  });

  it("is never without a reason", () => {
    expect(update({ a: null }, { a: "" })).toEqual([{ path: ["a"], forces: false, before: null, after: "" }]);
  });

  it("keeps big integers apart", () => {
    expect(update({ n: 9007199254740992n }, { n: 9007199254740993n })).toHaveLength(1);
  });
});

describe("what is created or deleted", () => {
  it("is told by what is set", () => {
    const after: Value = {
      name: "t",
      empty: "",
      none: null,
      list: [],
      tags: { a: "b" },
      flag: false,
      id: UNKNOWN,
      roles: ["x"],
    };

    expect(diffs({ after })).toEqual({
      attributes: [
        { path: ["flag"], forces: false, after: false },
        { path: ["name"], forces: false, after: "t" },
        { path: ["roles"], forces: false, after: ["x"] },
        { path: ["tags", "a"], forces: false, after: "b" },
      ],
      unknown: 1,
    });
  });

  it("is not told at all when it goes", () => {
    expect(diffs({ before: { name: "t" } })).toEqual({ attributes: [], unknown: 0 });
    expect(diffs({ before: { name: "t" }, action: "forget" })).toEqual({ attributes: [], unknown: 0 });
  });
});

describe("a list", () => {
  it("of plain values is told by what goes and comes", () => {
    const [diff] = update({ privileges: ["SELECT", "INSERT"] }, { privileges: ["UPDATE", "SELECT"] });

    expect(diff?.path).toEqual(["privileges"]);
    expect(lines(diff)).toEqual(["- `INSERT`", "+ `UPDATE`"]);
  });

  it("that has the same elements in another order says so", () => {
    expect(update({ l: ["a", "b"] }, { l: ["b", "a"] })).toMatchObject([
      { path: ["l"], note: "only the order" },
    ]);
    expect(
      update({ l: [{ x: 1 }, { x: 2 }, { x: 1 }] }, { l: [{ x: 1 }, { x: 1 }, { x: 2 }] }),
    ).toMatchObject([{ path: ["l"], note: "only the order" }]);
  });

  it("of objects pairs them by the attribute that tells them apart", () => {
    const before = {
      columns: [
        { name: "id", type: "int" },
        { name: "old", type: "int" },
        { name: "customer_id", type: "int" },
      ],
    };
    const after = {
      columns: [
        { name: "customer_id", type: "bigint" },
        { name: "id", type: "int" },
        { name: "new", type: "int" },
      ],
    };

    expect(
      update(before, after).map(({ path, before: old, after: now }) => [path.join("."), old, now]),
    ).toEqual([
      ["columns.customer_id.type", "int", "bigint"],
      ["columns.new.name", undefined, "new"],
      ["columns.new.type", undefined, "int"],
      ["columns.old.name", "old", undefined],
      ["columns.old.type", "int", undefined],
    ]);
  });

  it("of objects without such an attribute is compared place by place when most are in their places", () => {
    const before = { rule: [{ days: 1 }, { days: 2 }, { days: 3 }] };
    const after = { rule: [{ days: 1 }, { days: 9 }, { days: 3 }] };

    expect(update(before, after)).toEqual([
      { path: ["rule", 1, "days"], forces: false, before: 2, after: 9 },
    ]);
  });

  it("of objects is compared place by place up to half of them changed", () => {
    const before = { rule: [{ d: 1 }, { d: 2 }, { d: 3 }, { d: 4 }] };
    const after = { rule: [{ d: 1 }, { d: 8 }, { d: 9 }, { d: 4 }] };

    expect(update(before, after).map(({ path, before: old, after: now }) => [path[1], old, now])).toEqual([
      [1, 2, 8],
      [2, 3, 9],
    ]);
  });

  it("of objects without such an attribute is a bag otherwise", () => {
    expect(
      update({ rule: [{ days: 1 }, { days: 2 }] }, { rule: [{ days: 3 }, { days: 1 }, { days: 2 }] }),
    ).toEqual([{ path: ["rule", 0, "days"], forces: false, after: 3 }]);
    expect(
      update({ rule: [{ d: 1 }, { d: 2 }, { d: 3 }] }, { rule: [{ d: 3 }, { d: 1 }, { d: 9 }] }),
    ).toEqual([{ path: ["rule", 2, "d"], forces: false, before: 2, after: 9 }]);
  });
});

describe("a JSON document", () => {
  it("that only looks different says so", () => {
    expect(update({ body: '{"a":1,"b":[1]}' }, { body: '{\n "b": [1], "a": 1 }' })).toMatchObject([
      { path: ["body"], note: "formatting only" },
    ]);
  });

  it("is told by its parts", () => {
    const before = JSON.stringify({ a: 1, list: ["x", "y"], gone: true, same: 1 });
    const after = JSON.stringify({ same: 1, a: 2, list: ["y", "z"], come: { deep: "v" } });

    expect(lines(update({ body: before }, { body: after })[0])).toEqual([
      "~ `a`: `1` → `2`",
      "+ `come.deep`: `v`",
      "- `gone`: `true`",
      "- `list`: `x`",
      "+ `list`: `z`",
    ]);
  });

  it("keeps integers beyond 2^53 apart", () => {
    expect(lines(update({ b: '{"n":9007199254740992}' }, { b: '{"n":9007199254740993}' })[0])).toEqual([
      "~ `n`: `9007199254740992` → `9007199254740993`",
    ]);
  });

  it("that is a policy is told by its statements", () => {
    const policy = (...actions: string[]) =>
      JSON.stringify({ Statement: [{ Sid: "Read", Effect: "Allow", Action: actions, Resource: "*" }] });
    const [diff] = update(
      { policy: policy("s3:GetObject") },
      { policy: policy("s3:GetObject", "s3:PutObject") },
    );

    expect(lines(diff)?.join()).toContain("s3:PutObject");
    expect(update({ policy: policy("a:B", "c:D") }, { policy: policy("c:D", "a:B") })).toMatchObject([
      { note: "formatting only" },
    ]);
  });

  it("that is a new policy is told by its statements as well", () => {
    const policy = (Resource: string) =>
      JSON.stringify({ Statement: [{ Sid: "Read", Effect: "Allow", Action: "s3:GetObject", Resource }] });

    const [made] = diffs({ after: { policy: policy("arn:aws:s3:::b/*") } }).attributes;
    const [text] = diffs({ after: { policy: "none" } }).attributes;

    expect(lines(made)).toEqual(["+ `Read`: allows `s3:GetObject` on `arn:aws:s3:::b/*`"]);
    expect(text).toEqual({ path: ["policy"], forces: false, after: "none" });
  });

  it("that is too deep, or none, stays a text", () => {
    const deep = "[".repeat(5_000) + "]".repeat(5_000);

    expect(update({ b: "{}", c: "{x" }, { b: deep, c: "{y" }).map((diff) => [diff.note, diff.lines])).toEqual(
      [
        [undefined, undefined],
        [undefined, undefined],
      ],
    );
  });
});

describe("a secret", () => {
  const [one, two] = [new Secret(1), new Secret(2)];

  it("says whether it changes, and nothing else", () => {
    const before = { a: one, b: null, c: one, d: one, e: one };
    const after: Value = { a: two, b: one, c: null, d: UNKNOWN, e: one };

    expect(update(before, after).map(({ path, note }) => [path[0], note])).toEqual([
      ["a", "sensitive, changed"],
      ["b", "sensitive, added"],
      ["c", "sensitive, removed"],
      ["d", "sensitive, known after apply"],
    ]);
  });

  it("that forces a replacement is told though it is the same", () => {
    const said = { before: { pw: one }, after: { pw: one }, replacePaths: [["pw"]] };

    expect(diffs(said).attributes).toMatchObject([
      { path: ["pw"], forces: true, note: "sensitive, unchanged" },
    ]);
  });

  it("whose mark alone changes says so", () => {
    const value = { a: "x", b: { c: [one] } };

    expect(diffs({ before: value, after: value, onlySensitivity: true }).attributes).toMatchObject([
      { path: ["b", "c", 0], note: "only its sensitivity" },
    ]);
  });
});

describe("what is known after the apply only", () => {
  it("is told in an update when it had a value", () => {
    expect(
      diffs({ before: { policy: "{}", etag: null }, after: { policy: UNKNOWN, etag: UNKNOWN } }),
    ).toEqual({
      attributes: [{ path: ["policy"], forces: false, before: "{}", after: UNKNOWN }],
      unknown: 1,
    });
  });

  it("is counted in a replacement when the provider computes it, unless it forces it", () => {
    const before = { id: "t", arn: "arn", partitions: 6, key: "k" };
    const after: Value = { id: UNKNOWN, arn: UNKNOWN, partitions: UNKNOWN, key: UNKNOWN, extra: UNKNOWN };

    expect(diffs({ before, after, replacePaths: [["partitions"]] })).toEqual({
      attributes: [
        { path: ["key"], forces: false, before: "k", after: UNKNOWN },
        { path: ["partitions"], forces: true, before: 6, after: UNKNOWN },
      ],
      unknown: 3,
    });
  });

  it("is told by the configuration's references where they are known", () => {
    const said = change({
      type: "x",
      before: { id: "a", key: "k" },
      after: { id: UNKNOWN, key: UNKNOWN },
      action: "replace",
    });

    expect(attributeDiffs(said, new Map([["id", ["y.z"]]])).attributes.map(({ path }) => path)).toEqual([
      ["id"],
    ]);
  });
});

describe("a dashboard", () => {
  const widget = (title: string, y: number, metric = "m") => ({
    ...{ type: "metric", x: 0, y },
    properties: { title, metrics: [[metric]] },
  });
  const text = (markdown: string) => ({ type: "text", x: 0, y: 0, properties: { markdown } });
  const told = (before: readonly object[], after: readonly object[]) =>
    lines(
      update(
        { dashboard_body: JSON.stringify({ widgets: before }) },
        { dashboard_body: JSON.stringify({ widgets: after }) },
      )[0],
    );

  it("is told by its widgets, wherever they stand", () => {
    const before = [text("# orders\n3 products"), widget("lag", 1), widget("bytes", 2)];
    const after = [text("# orders\n4 products"), widget("bytes", 9), widget("age", 1), widget("age", 2)];

    expect(told(before, after)).toEqual([
      "+ widget `age`",
      "+ widget `age (2)`",
      "- widget `lag`",
      "~ widget `orders`",
    ]);
    expect(told([widget("lag", 1)], [widget("lag", 2)])).toEqual([
      "~ only where widgets stand, or what is around them",
    ]);
    expect(told([widget("lag", 1)], [widget("lag", 1, "n")])).toEqual(["~ widget `lag`"]);
  });
});

describe("what forces a replacement", () => {
  it("is marked, also below a list whose places say nothing", () => {
    const before = { name: "a", set: [{ v: 1 }, { v: 2 }], other: 1 };
    const after = { name: "b", set: [{ v: 1 }, { v: 3 }], other: 2 };

    expect(diffs({ before, after, replacePaths: [["name"], ["set", 7, "v"]] }).attributes).toMatchObject([
      { path: ["name"], forces: true },
      { path: ["other"], forces: false },
      { path: ["set", 1, "v"], forces: true },
    ]);
  });

  it("is told though nothing of it is seen to change", () => {
    expect(diffs({ before: { a: "x" }, after: { a: "x" }, replacePaths: [["a"]] }).attributes).toEqual([
      { path: ["a"], forces: true, before: "x", after: "x" },
    ]);
  });
});
