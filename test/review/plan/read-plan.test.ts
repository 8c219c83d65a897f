import { isFields, Secret, UNKNOWN, type ResourceChange } from "../../../src/review/model";
import { hasNoChange } from "../../../src/review/plan";
import { entry, planOf, planText, read } from "./support/plans";

const onlyChange = (plan: object | string): ResourceChange => {
  const [change] = read(plan).plan.changes;
  if (change === undefined) throw new Error("no change");
  return change;
};

describe("a plan of Terraform 1.12 and later", () => {
  const { plan } = read(planText("terraform-1.12.json"));
  const named = (name: string) => plan.changes.find((change) => change.name === name);

  it("tells imports by id, by identity and unknown", () => {
    expect(named("imported")).toMatchObject({ action: "no-op", importing: { id: "b" } });
    expect(named("by_identity")?.importing).toEqual({});
    expect(named("later")?.importing).toEqual({});
  });

  it.each([
    [["forget", "delete"], "delete"],
    [["delete", "create", "polish"], "replace"],
    [["polish", "create"], "other"],
  ])("takes what is destroyed among words it does not know for destroyed: %j", (actions, action) => {
    expect(read(planOf(entry({ actions }))).plan.changes).toMatchObject([{ action, actions }]);
  });

  it("merges what is unknown into what is null", () => {
    expect(named("later")?.after).toEqual({ id: UNKNOWN, bucket: UNKNOWN, rule: UNKNOWN });
  });

  it("tells moves, forgotten objects and words it does not know", () => {
    expect(named("new_name")).toMatchObject({ action: "no-op", previousAddress: "kafka_topic.old_name" });
    expect(named("gone")).toMatchObject({ action: "forget", reason: "delete_because_no_resource_config" });
    expect(named("swapped")).toMatchObject({ action: "create-forget", replacePaths: [["name"]] });
    expect(named("strange")).toMatchObject({ action: "other", actions: ["transmute"] });
    expect(named("strange")?.reason).toBeUndefined();
    expect(named("me")).toMatchObject({ mode: "data", action: "read", provider: "hashicorp/aws" });
  });

  it("keeps of the drift what the plan reads or changes, and counts the rest", () => {
    expect(plan.drift.map(({ address }) => address)).toEqual(["kafka_topic.read", "kafka_topic.swapped"]);
    expect(plan.otherDrift).toBe(1);
  });

  it("tells outputs without values, checks that failed, what is put off and side effects", () => {
    expect(plan.outputs).toEqual([{ name: "key", action: "update", sensitive: true }]);
    expect(plan.checks).toEqual([
      { about: "check.backup", status: "fail", messages: ["no backup since (sensitive)"] },
    ]);
    expect(plan.deferred).toMatchObject([
      { reason: "instance_count_unknown", change: { address: "kafka_topic.many", action: "create" } },
    ]);
    expect(plan.actionInvocations).toBe(1);
    expect(plan).toMatchObject({
      complete: false,
      errored: false,
      applyable: true,
      terraformVersion: "1.14.0",
    });
  });

  it("tells which addresses an attribute is computed from", () => {
    expect(plan.references).toEqual(
      new Map([
        [
          "kafka_topic.swapped",
          new Map([
            ["name", ["data.aws_caller_identity.me", "var.name"]],
            ["rule", ["kafka_topic.new_name"]],
          ]),
        ],
      ]),
    );
  });
});

describe("a plan of Terraform 0.12", () => {
  const { plan, secrets } = read(planText("terraform-0.12.json"));

  it("is sorted by address with indexes as numbers, deposed objects last", () => {
    expect(plan.changes.map(({ address, deposed }) => [address, deposed])).toEqual([
      ["kafka_topic.t[2]", undefined],
      ["kafka_topic.t[2]", "8ad1c2f0"],
      ["kafka_topic.t[10]", undefined],
      ["postgresql_role.app", undefined],
    ]);
  });

  it("hides passwords that nothing marks", () => {
    const { before, after } = plan.changes.at(-1) ?? {};

    expect(isFields(before) && before.password).toBeInstanceOf(Secret);
    expect(isFields(before) && isFields(after) && before.password === after.password).toBe(false);
    expect(
      ["correct-horse-0.11", "correct-horse-0.12", "literal-in-provider"].every((word) =>
        secrets.holds(word),
      ),
    ).toBe(true);
  });

  it("says nothing of what it cannot know", () => {
    expect(plan).toMatchObject({ errored: false, complete: true, drift: [], otherDrift: 0, checks: [] });
    expect("applyable" in plan).toBe(false);
  });
});

describe("a plan of OpenTofu", () => {
  it("hides the options that the provider forgets to mark", () => {
    const { plan, secrets } = read(planText("opentofu-1.10.json"));
    const [change] = plan.changes;

    expect(change).toMatchObject({
      address: 'module.db.postgresql_user_mapping.m["eu"]',
      index: "eu",
      provider: "cyrilgdn/postgresql",
      action: "replace",
      after: { user_name: "reader2", id: UNKNOWN },
    });
    expect(isFields(change?.after) && change.after.options).toBeInstanceOf(Secret);
    expect(secrets.holds("x unmarked-mapping-pw x")).toBe(true);
  });
});

describe("a plan of OpenTofu that opens an ephemeral resource", () => {
  const opened = entry(
    { actions: ["open"] },
    { address: "ephemeral.aws_secretsmanager_secret_version.login", mode: "ephemeral" },
  );

  it("only reads it", () => {
    expect(onlyChange(planOf(opened))).toMatchObject({ mode: "data", action: "read" });
  });
});

describe("a word of OpenTofu for why", () => {
  it.each([
    ["delete", "delete_because_enabled_false"],
    ["forget", "forgot_because_lifecycle_destroy_in_state"],
    ["forget", "forgot_because_lifecycle_destroy_in_config"],
  ])("is known: %s, %s", (action, reason) => {
    const change = onlyChange(planOf(entry({ actions: [action] }, { action_reason: reason })));

    expect(change).toMatchObject({ action, reason });
  });
});

describe("a plan of the real engine", () => {
  it("keeps integers beyond 2^53", () => {
    const { plan } = read(planText("data-create.json"));
    const input = isFields(plan.changes[0]?.after) ? plan.changes[0]?.after.input : undefined;

    expect(isFields(input) && input.big).toBe(9007199254740993n);
  });

  it("hides every copy of a secret, also in computed attributes that are not marked", () => {
    const { plan } = read(planText("data-update.json"));
    const before = plan.changes[0]?.before;

    expect(isFields(before) && isFields(before.output) && before.output).toMatchObject({
      plain: 1,
      url: expect.any(Secret) as Secret,
      secret: expect.any(Secret) as Secret,
      list: [expect.any(Secret), "x"],
    });
  });

  it("puts what is unknown in lists in its place", () => {
    const { plan } = read(planText("data-update.json"));
    const after = plan.changes.find(({ name }) => name === "b")?.after;

    expect(after).toMatchObject({ triggers_replace: [UNKNOWN], output: UNKNOWN, id: UNKNOWN });
  });
});

describe("entries of a wrong shape", () => {
  it("are never dropped", () => {
    const { plan } = read(planOf("text", { change: { actions: ["delete"] } }, { address: "a.b" }, null));

    expect(plan.changes.map(({ address, action }) => [address, action])).toEqual([
      ["(unnamed 1)", "other"],
      ["(unnamed 2)", "delete"],
      ["(unnamed 4)", "other"],
      ["a.b", "other"],
    ]);
    expect(plan.changes[3]).toMatchObject({ type: "a", name: "b", before: null, after: null });
  });

  it("are one change when the whole list is of a wrong shape", () => {
    const { plan } = read({ format_version: "1.0", resource_changes: { address: "kafka_topic.t" } });

    expect(plan.changes).toMatchObject([{ address: "kafka_topic.t", action: "other" }]);
    expect(hasNoChange(plan)).toBe(false);
  });

  it("keep keys that would change an object's nature", () => {
    const text = JSON.stringify(planOf(entry({ after: { name: "t" } }))).replace(
      '"name":"t"',
      '"__proto__":{"polluted":true},"name":"t"',
    );
    const { after } = onlyChange(text.replace('"after_unknown":{}', '"after_unknown":{"id":true}'));

    expect(isFields(after) && Object.keys(after)).toEqual(["__proto__", "name", "id"]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("may be unknown under such a key", () => {
    const text = JSON.stringify(planOf(entry({ after: { name: "t" }, after_unknown: { proto: true } })));
    const { after } = onlyChange(text.replace('"proto"', '"__proto__"'));

    expect(isFields(after) && Object.getOwnPropertyDescriptor(after, "__proto__")?.value).toBe(UNKNOWN);
  });
});

describe("a plan that puts something off", () => {
  it("is not complete, whatever it says", () => {
    expect(read({ ...planOf(), complete: true }).plan.complete).toBe(true);
    expect(read({ ...planOf(), complete: true, deferred_changes: [{}] }).plan.complete).toBe(false);
  });
});

describe("what only differs in its marks", () => {
  it("is told from a change of values", () => {
    const sides = { before: { a: "first-secret" }, after: { a: "first-secret" } };
    const masked = { before_sensitive: {}, after_sensitive: { a: true } };

    expect(onlyChange(planOf(entry({ ...sides, ...masked }))).onlySensitivity).toBe(true);
    expect(onlyChange(planOf(entry({ ...sides, ...masked, after: { a: "other" } }))).onlySensitivity).toBe(
      false,
    );
    expect(onlyChange(planOf(entry(sides))).onlySensitivity).toBe(false);
  });
});

describe("a plan without any change", () => {
  const nothing = planOf(entry({ actions: ["no-op"], before: { a: 1 }, after: { a: 1 } }));
  const isNothing = (plan: object) => hasNoChange(read(plan).plan);

  it("reads as one", () => {
    expect(isNothing(nothing)).toBe(true);
    expect(isNothing({ ...nothing, applyable: false })).toBe(true);
  });

  it.each([
    ["Terraform would do something", { applyable: true }],
    ["it stopped half-way", { errored: true }],
    ["an output changes", { output_changes: { o: { actions: ["create"] } } }],
    ["something is put off", { deferred_changes: [{}] }],
    ["there are side effects", { action_invocations: [{}] }],
    ["something moves", planOf(entry({ actions: ["no-op"] }, { previous_address: "kafka_topic.was" }))],
    ["something is imported", planOf(entry({ actions: ["no-op"], importing: {} }))],
  ])("does not when %s", (_reason, part) => {
    expect(isNothing({ ...nothing, ...part })).toBe(false);
  });
});
