import { UNKNOWN, say } from "../../../../src/review/model";
import { DEFAULT_LIMIT, MARKER, markerStart, renderMarkdown } from "../../../../src/review/render";
import {
  accessChange,
  acknowledgementBlock,
  approval,
  attribute,
  consumer,
  created,
  deleted,
  effect,
  finding,
  lossSet,
  NO_COUNTS,
  productReview,
  replaced,
  resourceReview,
  review,
  sampleReview,
  stackReview,
} from "../../support/review";

const linesOf = (...args: Parameters<typeof renderMarkdown>) => renderMarkdown(...args).split("\n");
const withResources = (...resources: ReturnType<typeof resourceReview>[]) =>
  review({ stacks: [stackReview({ resources })] });

test("the first five lines say what it is about, how bad it is and whether it is safe to merge", () => {
  const [marker = "", title, , answer] = linesOf(sampleReview());

  expect(marker).toMatch(
    /^<!-- meshwright:review id=shop\/prod v1 head=4f0c1b2a9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f4a digest=[0-9a-f]{16} -->$/,
  );
  expect(marker.startsWith(MARKER)).toBe(true);
  expect(marker.startsWith(markerStart("shop/prod"))).toBe(true);
  expect(title).toBe("## ❌ Plan failed · `shop/prod`");
  expect(answer).toMatch(/^\*\*Not safe to merge as it is:\*\* 1 plan failed \(`users`\), 1 data loss not/);
});

test("the digest tells whether two reviews say the same, of whatever commit", () => {
  const digestOf = (markdown: string) => /digest=(\w+)/.exec(markdown)?.[1];
  const digest = digestOf(renderMarkdown(sampleReview()));

  expect(digestOf(renderMarkdown({ ...sampleReview(), head: "fff", base: undefined }))).toBe(digest);
  expect(digestOf(renderMarkdown({ ...sampleReview(), limits: [] }))).not.toBe(digest);
});

test("a domain's stacks share a row, and the platform has its own", () => {
  const lines = linesOf(
    review({
      stacks: [
        stackReview({ resources: [deleted()] }),
        stackReview({ stack: "platform", domain: undefined, resources: [created()] }),
        stackReview({
          stack: "orders-boundary",
          resources: [created()],
          counts: { ...NO_COUNTS, create: 2, update: 1, replace: 3, move: 4, import: 5, forget: 6, drift: 7 },
        }),
      ],
    }),
  );

  expect(lines.filter((line) => line.startsWith("| "))).toEqual([
    "| domain | verdict | changes | drift | consumers affected |",
    "| `orders` | ⛔ data loss | +2 ~1 ±3 −1 ↦4 ⇣5 ⌫6 | 7 | 1 |",
    "| `platform` | ✅ additive | +1 |  |  |",
  ]);
});

test("unchanged stacks are one line, cut when there are many", () => {
  const unchanged = (count: number) =>
    review({ unchanged: Array.from({ length: count }, (_, at) => ({ stack: `s${at}`, proven: at !== 0 })) });

  expect(linesOf(unchanged(2))).toContain(
    "⚪ 2 stacks unchanged, 1 of them proven by equal bytes: `s0` and `s1`",
  );
  expect(renderMarkdown(unchanged(105))).toContain("`s10`, `s11` and 93 more");
});

test("a plan that failed stays visible with its first line, the same reason once", () => {
  const failed = (stack: string, error: string) => stackReview({ stack, domain: stack, error });
  const lines = linesOf(
    review({ stacks: [failed("a", "\nError: no\nmore"), failed("b", "Error: no"), failed("c", "other")] }),
  );

  expect(lines).toContain("- ❌ `a` and `b`: `Error: no`");
  expect(lines).toContain("- ❌ `c`: `other`");
});

test("what needs your eyes has the sentence, the cause, the construct, the readers and the way out", () => {
  const text = renderMarkdown(withResources(replaced()));

  expect(text).toContain(
    [
      "**What needs your eyes**",
      "",
      "- ⛔ topic `orders.order-placed.v1` is deleted and made anew: all records and consumer offsets are lost (partitions `6` → `3`)",
      "  because of `partitions` · `orders/Products/order-placed.v1/Topic` · read by `analytics`",
      "  **Instead:** keep the partitions, or add `order-placed.v2` beside it",
      "",
    ].join("\n"),
  );
});

test("what is refused, what may be replaced and what breaks a contract need eyes too; what is additive does not", () => {
  const text = renderMarkdown(
    review({
      stacks: [
        stackReview({
          resources: [
            created({ address: "kafka_topic.refused", refused: true }),
            created({
              address: "kafka_topic.unknown",
              action: "replace",
              attributes: [attribute({ forces: true, after: UNKNOWN })],
            }),
            created({ address: "kafka_topic.calm" }),
          ],
        }),
      ],
      products: [productReview()],
    }),
  );
  const eyes = text.slice(text.indexOf("**What needs"), text.indexOf("**Contracts**"));

  expect(eyes).toContain("Terraform refuses to destroy `kafka_topic.refused`: `prevent_destroy` is set");
  expect(eyes).toContain(
    "`kafka_topic.unknown` is replaced, because `partitions` is known after the apply only",
  );
  expect(eyes).toContain("field `customer_id` of `order_placed` is removed");
  expect(eyes).toContain("needs a major version, and `1.2.0` → `1.3.0` is a minor");
  expect(eyes).not.toContain("calm");
});

test("an effect that nobody reads weighs less, and needs no eyes", () => {
  const resource = resourceReview({
    verdict: "cost",
    effects: [effect({ verdict: "breaks", unread: "cost", sentence: say`limits shrink` })],
  });

  expect(renderMarkdown(withResources(resource))).not.toContain("What needs your eyes");
});

test("the same sentence about three or more is one entry that names all", () => {
  const topics = ["c", "a10", "a2"].map((name) =>
    deleted({
      address: `kafka_topic.${name}`,
      effects: [effect({ sentence: say`topic ${name} is deleted` })],
    }),
  );

  expect(linesOf(withResources(...topics))).toContain(
    "- ⛔ 3 × topic … is deleted: `a2`, `a10`, `c` (in `orders`), read by `analytics`",
  );
});

test("contracts, access, approvals and losses are told before the fold, gained access first", () => {
  const text = renderMarkdown(
    review({
      products: [productReview()],
      access: [accessChange({ direction: "lost", sentence: say`${"a"} may not` }), accessChange()],
      approvals: [approval({ kind: "informed", team: "a" }), approval()],
      lossSets: [lossSet(), lossSet({ domain: "a", acknowledged: { by: "manifest", reason: "old" } })],
      acknowledgements: [acknowledgementBlock({ notes: [say`${"a"} comes first`] })],
      unmatched: ["loss:fedcba9876543210"],
    }),
  );

  expect(text).toContain(
    "- ⚠️ `orders/order-placed.v1` `1.2.0` → `1.3.0`: needs a major version, and is raised by a minor\n",
  );
  expect(text.indexOf("➕ gained")).toBeLessThan(text.indexOf("➖ lost"));
  expect(text).toContain("- `order-management` has to approve: owner of `orders`\n- `a` is informed");
  expect(text).toContain(
    [
      "- ⚠️ `loss:fedcba9876543210` accepts nothing: nothing that changes here has this hash, and what there is to accept is `loss:0123456789abcdef`",
      "- `a` comes first",
      "- `order-management` accepts it by adding this to `domains/orders/domain.yaml`, with a reason in place of `…`:",
      "",
      "```yaml",
      "acknowledgements:",
      "  # stack orders in prod: 1 data loss",
      '  - { plan: "loss:0123456789abcdef", reason: "…", until: 2027-01-31 }',
      "```",
      "",
      "- stack `orders` in `prod`: 1 data loss, acknowledged in `domains/orders/domain.yaml`: `old`",
    ].join("\n"),
  );
});

test("a stack is open when something is lost or breaks, and folded when not", () => {
  const quiet = stackReview({ stack: "users", domain: "users", resources: [created()] });
  const text = renderMarkdown(review({ stacks: [stackReview({ resources: [deleted()] }), quiet] }));

  expect(text).toContain("<details open><summary>⛔ <code>orders</code>: data loss −1</summary>");
  expect(text).toContain("<details><summary>✅ <code>users</code>: additive +1</summary>");
});

test("sections of a stack come in the order of their risk", () => {
  const resource = (over: Parameters<typeof resourceReview>[0]) =>
    resourceReview({ verdict: "additive", ...over });
  const text = renderMarkdown(
    review({
      stacks: [
        stackReview({
          resources: [
            resource({ action: "no-op", previousAddress: "a.b" }),
            resource({ action: "create" }),
            resource({ action: "create", verdict: "access" }),
            resource({ action: "update" }),
            resource({ action: "replace", createFirst: true }),
            resource({ action: "delete" }),
          ],
          drift: [resource({ address: "x.1" }), resource({ address: "x.2" })],
          outputs: [{ name: "arn", action: "update" }],
          remarks: [say`check ${"backup"} fails`],
        }),
      ],
    }),
  );

  expect(
    [...text.matchAll(/^\*\*([A-Z][^*]*) \(\d+\)\*\*|^\*\*(Checks and remarks)/gm)].map(([, a, b]) => a ?? b),
  ).toEqual([
    "Destroyed",
    "Replaced",
    "Updated",
    "Access",
    "Made",
    "State only: moved, imported, forgotten",
    "Changed by somebody else",
    "Outputs",
    "Checks and remarks",
  ]);
  expect(text).toContain("the new one is made first");
  expect(text).toContain("2 × `kafka_topic` made: `x.1`, `x.2`");
});

test("what is new is counted by kind, and what has to be looked at is not", () => {
  const role = (name: string) =>
    created({
      ...{ type: "postgresql_role", address: `postgresql_role.${name}` },
      constructPath: `orders/Roles/${name}/Resource`,
    });
  const text = renderMarkdown(
    withResources(
      ...["a", "b", "c", "d", "e", "f", "g"].map(role),
      created(),
      created({ type: "acme_thing", address: "acme_thing.x", constructPath: undefined }),
      created({ type: "acme_thing", address: "acme_thing.y", constructPath: undefined }),
      created({ type: "kafka_quota", address: "kafka_quota.new", verdict: "cost" }),
    ),
  );
  const made = text.slice(text.indexOf("**Made (11)**"), text.lastIndexOf("</details>"));

  expect(made).toContain("`kafka_quota.new`");
  expect(made.split("\n").filter((line) => line.startsWith("- "))).toEqual([
    "- ✅ 2 `acme_thing`: `acme_thing.x`, `acme_thing.y`",
    "- ✅ `kafka_topic.order-placed-v1` (`orders/Products/order-placed.v1/Topic`): topic `orders.order-placed.v1` is made",
    "- ✅ 7 Postgres roles: `Roles/a`, `Roles/b`, `Roles/c`, `Roles/d`, `Roles/e` and 2 more",
  ]);
});

test("a rename has the exact entry that declares it", () => {
  const moved = '{"from":"kafka_topic.old","to":"kafka_topic.new"}';
  const rename = {
    from: "kafka_topic.old",
    to: "kafka_topic.new",
    because: say`both are topic ${"t"}`,
    moved,
  };
  const text = renderMarkdown(
    withResources(deleted({ address: rename.from, rename }), created({ address: rename.to, rename })),
  );

  expect(text.split(`\`\`\`json\n${moved}\n\`\`\``)).toHaveLength(2);
  expect(text).toContain(
    "- `kafka_topic.old` and `kafka_topic.new` in `orders` are one: both are topic `t`. Add:",
  );
});

test("what the rules say, what is not known, the commit and the command are there", () => {
  const text = renderMarkdown({ ...sampleReview(), findings: [finding({ severity: "warning" }), finding()] });

  expect(text.indexOf("- `domains/orders/domain.yaml:7:21` **error** UnknownTeam: ")).toBeGreaterThan(0);
  expect(text.indexOf("**error**")).toBeLessThan(text.indexOf("**warning**"));
  expect(text).toContain("- what others changed since the last apply is not seen");
  expect(text).toMatch(
    /This review: commit `4f0c\w+` · against `0a1b\w+` · made with `npx meshwright review [^`]*`\n$/,
  );
});

test("nothing that changes is said in a few lines", () => {
  const lines = linesOf(review({ unchanged: [{ stack: "erp", proven: true }], command: undefined }));

  expect(lines.slice(1, 6)).toEqual([
    "## ⚪ No change · `shop/prod`",
    "",
    "**Nothing changes:** the one stack stays as it is.",
    "",
    "⚪ 1 stack unchanged, proven by equal bytes: `erp`",
  ]);
  expect(lines.length).toBeLessThan(12);
});

test("a small review has an acknowledged loss marked, and readers that are not hurt uncounted", () => {
  const acknowledged = lossSet({ acknowledged: { by: "manifest" } });
  const text = renderMarkdown(
    review({
      stacks: [
        stackReview({
          resources: [deleted(), created({ address: "a.b", consumers: [consumer({ domain: "x" })] })],
        }),
      ],
      lossSets: [acknowledged],
    }),
  );

  expect(text).toContain("all records and consumer offsets are lost (acknowledged)");
  expect(text).toContain("| `orders` | ⛔ data loss | +1 −1 |  | 1 |");
});

test("the limit is what the documentation says", () => {
  expect(DEFAULT_LIMIT).toBe(65_000);
});
