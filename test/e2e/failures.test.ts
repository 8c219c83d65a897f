import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { errorsIn } from "./support/errors";
import { SmallDeploy } from "./support/small-deploy";
import { BEFORE, configurationOf } from "./support/small-stack";

jest.setTimeout(60_000);

const TOPIC = { kafka_topic: { a: { name: "a", partitions: 1, replication_factor: 1 } } };

it.each([
  ["half of a store", '{"format": 1, "things": {', /cannot be understood: .* in JSON at position 25/],
  ["no store at all", "\u0000\u0001", /cannot be understood: .* is not valid JSON/],
  [
    "a store of another format",
    '{"format": 9, "things": {}}',
    /cannot be understood: its format is 9, not 1/,
  ],
  [
    "a thing that is none",
    '{"format": 1, "seed": "s", "things": {"kafka_topic": {"a": 1}}}',
    /cannot be understood: kafka_topic 'a' is no object with 'attributes'/,
  ],
])("one error says that the world's file is %s, and leaves it as it is", async (_what, text, problem) => {
  const small = SmallDeploy.from().write(BEFORE);
  mkdirSync(dirname(small.worldFile), { recursive: true });
  writeFileSync(small.worldFile, text);

  const ended = await small.deploy();

  expect(ended.code).not.toBe(0);
  expect(errorsIn(ended)).toEqual([expect.stringMatching(problem)]);
  expect(errorsIn(ended)[0]).toContain(`'${small.worldFile}'`);
  expect(errorsIn(ended)[0]).toContain("repair it, or delete it to start with an empty world");
  expect(readFileSync(small.worldFile, "utf8")).toBe(text);
});

it("one error names a resource type that the bindings do not have", async () => {
  const small = SmallDeploy.from().write(configurationOf({ ...TOPIC, aws_nothing_such: { a: {} } }));

  const ended = await small.deploy();

  expect(ended.code).not.toBe(0);
  expect(errorsIn(ended)).toEqual([
    "error: @cdktf/provider-aws has no resource type 'aws_nothing_such'; check its name, or install bindings that have it",
  ]);
  expect(existsSync(small.worldFile)).toBe(false);
});

it("one error names a resource type that the engine does not know", async () => {
  const small = SmallDeploy.from().write(configurationOf({ ...TOPIC, aws_sqs_queue: { a: { name: "a" } } }));

  const ended = await small.deploy();

  expect(ended.code).toBe(1);
  expect(errorsIn(ended)).toEqual([
    expect.stringContaining(
      "the offline engine has no facts of resource type 'aws_sqs_queue' of provider 'aws'",
    ),
  ]);
  expect(small.world.list()).toEqual([]);
});

it("one error names bindings that do not tell their schema", async () => {
  const small = SmallDeploy.from().write(configurationOf(TOPIC));
  const bindings = join(small.folder, "node_modules", "@cdktf", "provider-aws");
  mkdirSync(join(bindings, "lib", "provider"), { recursive: true });
  writeFileSync(join(bindings, "package.json"), "{}");
  writeFileSync(join(bindings, "lib", "provider", "index.js"), "exports.AwsProvider = 1;");

  const ended = await small.deploy();

  expect(ended.code).not.toBe(0);
  expect(errorsIn(ended)).toEqual([
    `error: ${join(bindings, "lib", "provider")}: no schema can be derived: it has no resource or provider class`,
  ]);
});

describe("in a directory that cannot be written to", () => {
  it("one error says so when nothing has been deployed", async () => {
    const small = SmallDeploy.from().write(configurationOf(TOPIC));

    const ended = await whileReadOnly(small.folder, (user) => small.deploy({ user }));

    expect(ended.code).not.toBe(0);
    expect(errorsIn(ended)).toEqual([
      `error: the world's store '${small.worldFile}' cannot be written: permission denied; ` +
        "make the file and its folder writable for this user",
    ]);
    expect(existsSync(dirname(small.worldFile))).toBe(false);
  });

  it("one error says so when something has, which stays as it is", async () => {
    const small = SmallDeploy.from().write(configurationOf(TOPIC));
    expect((await small.deploy()).code).toBe(0);
    const before = [readFileSync(small.worldFile, "utf8"), readFileSync(small.stateFile, "utf8")];
    small.write(BEFORE);

    const ended = await whileReadOnly(small.folder, (user) => small.deploy({ user }));

    expect(ended.code).not.toBe(0);
    expect(errorsIn(ended)).toHaveLength(1);
    expect(errorsIn(ended)[0]).toMatch(/permission denied/i);
    expect([readFileSync(small.worldFile, "utf8"), readFileSync(small.stateFile, "utf8")]).toEqual(before);
  });
});

/** Nobody: the administrator may write everywhere. */
const NOBODY = 65534;

async function whileReadOnly<Result>(
  folder: string,
  run: (user: number | undefined) => Promise<Result>,
): Promise<Result> {
  const parent = dirname(folder);
  const paths = [
    parent,
    ...readdirSync(parent, { recursive: true, encoding: "utf8" }).map((path) => join(parent, path)),
  ];
  const modes = paths.map((path) => [path, statSync(path).mode] as const);
  for (const [path] of modes) chmodSync(path, 0o555);
  try {
    return await run(process.getuid?.() === 0 ? NOBODY : undefined);
  } finally {
    for (const [path, mode] of modes) chmodSync(path, mode);
  }
}
