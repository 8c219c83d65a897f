import { createHash } from "node:crypto";
import { BY_RISK, say, Secret, UNKNOWN, type Review, type Value } from "../../../../src/review/model";
import { renderHtml } from "../../../../src/review/render/html";
import { roomsOf } from "../../../../src/review/render/html/sections/room";
import { guardChange } from "../../support/guard";
import {
  acknowledgementBlock,
  attribute,
  breakSet,
  consumer,
  effect,
  finding,
  largeReview,
  lossSet,
  productReview,
  replaced,
  resourceReview,
  review,
  sampleReview,
  stackReview,
} from "../../support/review";
import { shopReview } from "./support/shop-review";

const one = (resource: Parameters<typeof resourceReview>[0]): string =>
  renderHtml(review({ stacks: [stackReview({ resources: [resourceReview(resource)] })] }));

const headings = (page: string): string[] =>
  [...page.matchAll(/<h2[^>]*>([^<]*)<\/h2>/g)].map(([, title]) => title ?? "");

test("the first thing on the page is whether it is safe to merge", () => {
  const page = renderHtml(shopReview());

  expect(/<h1>([^<]*)<\/h1>/.exec(page)?.[1]).toBe("Not safe to merge as it is");
  expect(page).toContain("<title>plan failed: plan review of shop/prod</title>");
});

test("everything has its section, in the order of a reviewer's questions", () => {
  expect(headings(renderHtml(shopReview()))).toEqual([
    "Domains",
    "What needs your eyes",
    "Acknowledgements",
    "Approvals",
    "Lineage of what is affected",
    "Contracts",
    "Access",
    "Findings",
    "Stacks",
    "Unchanged",
    "What this review cannot know",
  ]);
});

test("a review of nothing has no empty section", () => {
  const page = renderHtml(review({ unchanged: [{ stack: "orders", proven: true }] }));

  expect(headings(page)).toEqual(["Unchanged"]);
  expect(page).toContain("<h1>Nothing changes</h1>");
});

test("the same review is the same page, to the byte", () => {
  expect(renderHtml(sampleReview())).toBe(renderHtml(sampleReview()));
});

test("every stack is a fold, and the first that lose, break or failed are open", () => {
  const page = renderHtml(shopReview());
  const folds = [...page.matchAll(/<details\s+class="stack v-(\w+)"\s+id="stack-\d"\s*( open|)\s*>/g)];

  expect(folds.map(([, verdict, open]) => `${verdict ?? ""}${open ?? ""}`)).toEqual([
    "dataLoss open",
    "dataLoss open",
    "planFailed open",
    "interruption",
  ]);
});

test("a policy is shown by its statements", () => {
  expect(renderHtml(shopReview())).toMatch(
    /<li class="plus">\s*<span class="sign">\+<\/span> allows <code>s3:/,
  );
});

test.each<[Value, string]>([
  [UNKNOWN, "(known after apply)"],
  [new Secret(1), "(sensitive)"],
  [[1, { a: null }], "[1, { &quot;a&quot;: null }]"],
  [9007199254740993n, "9007199254740993"],
])("value %#: %s is shown as %s", (after, shown) => {
  expect(one({ attributes: [attribute({ before: undefined, after })] })).toContain(`<ins>${shown}</ins>`);
});

test("a note stands for the values, which are not shown", () => {
  const page = one({
    attributes: [attribute({ before: "a-b-c", after: "d-e-f", note: "sensitive, changed" })],
  });

  expect(page).toContain("sensitive, changed");
  expect(page).not.toMatch(/a-b-c|d-e-f/);
});

test("a loss that is accepted says by whom, one that is not says what to add", () => {
  const page = renderHtml(
    review({
      lossSets: [
        lossSet(),
        lossSet({ domain: "users", acknowledged: { by: "manifest", reason: "unused <b>" } }),
      ],
      acknowledgements: [acknowledgementBlock()],
    }),
  );

  expect(page).toContain("- { plan: &quot;loss:0123456789abcdef&quot;");
  expect(page).toMatch(
    /acknowledged in <code>domains\/orders\/domain.yaml<\/code>: <code>unused &lt;b&gt;<\/code>/,
  );
  expect(page.match(/<div class="copy">/g)).toHaveLength(2);
});

describe("nothing on the page is what somebody else made of it", () => {
  const EVIL = `"'><img src=x onerror=alert(1)><script>alert(2)</script><!--`;
  const evil: Review = review({
    ...{ id: EVIL, environment: EVIL, head: EVIL, base: EVIL, command: EVIL },
    stacks: [
      stackReview({
        ...{ stack: EVIL, domain: EVIL, remarks: [say`a ${EVIL}`] },
        outputs: [{ name: EVIL, action: "create" }],
        resources: [
          replaced({
            ...{ address: EVIL, deposed: EVIL, previousAddress: EVIL, constructPath: EVIL, importId: EVIL },
            ports: [`${EVIL}/x.v1`],
            effects: [effect({ sentence: say`b ${EVIL}`, wayOut: say`c ${EVIL}`, cause: [EVIL] })],
            attributes: [
              attribute({ path: [EVIL], before: EVIL, after: { [EVIL]: EVIL } }),
              attribute({ note: EVIL, lines: [{ sign: "+", text: say`d ${EVIL}` }] }),
            ],
            consumers: [
              consumer({ ...{ domain: EVIL, team: EVIL, port: `${EVIL}/x.v1`, until: EVIL, apps: [EVIL] } }),
            ],
            rename: { from: EVIL, to: EVIL, because: say`e ${EVIL}`, moved: EVIL },
          }),
        ],
      }),
      stackReview({ stack: EVIL, error: EVIL }),
    ],
    unchanged: [{ stack: EVIL, proven: false }],
    products: [productReview({ port: `${EVIL}/x.v1`, domain: EVIL, file: EVIL, versionAfter: EVIL })],
    access: [{ direction: "gained", system: EVIL, sentence: say`f ${EVIL}`, stack: EVIL, address: EVIL }],
    guards: [guardChange({ sentence: say`k ${EVIL}`, file: EVIL, wayOut: say`l ${EVIL}` })],
    approvals: [{ team: EVIL, kind: "approves", reasons: [say`g ${EVIL}`] }],
    lossSets: [lossSet({ domain: EVIL, hash: EVIL, entry: EVIL, file: EVIL })],
    breakSets: [
      breakSet({ about: say`h ${EVIL}`, hash: EVIL, breaks: [{ port: EVIL, sentence: say`${EVIL}` }] }),
    ],
    acknowledgements: [
      acknowledgementBlock({ file: EVIL, teams: [EVIL], yaml: EVIL, notes: [say`i ${EVIL}`] }),
    ],
    unmatched: [EVIL],
    findings: [
      finding({
        code: EVIL,
        message: EVIL,
        value: EVIL,
        rule: EVIL,
        fix: EVIL,
        at: { file: EVIL, path: [] },
      }),
    ],
    limits: [say`h ${EVIL}`],
  });

  test("no tag", () => {
    const page = renderHtml(evil);

    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toContain("<img");
    expect(page.split("<!--")).toHaveLength(1);
  });

  test("no attribute that runs, styles or loads something", () => {
    const page = renderHtml(evil);
    const body = page.slice(page.indexOf("<body>"), page.indexOf("<script>"));
    const tags = body.match(/<[a-z][^>]*>/g) ?? [];
    const names = tags.map((tag) => tag.replace(/"[^"]*"/g, ""));

    expect(tags.length).toBeGreaterThan(100);
    expect(names.filter((tag) => /\s(?:on\w+|style|src|srcset|action)\s*=|'/i.test(tag))).toEqual([]);
    expect(tags.flatMap((tag) => /\bhref="([^"]*)"/.exec(tag)?.[1] ?? [])).toEqual(["#stack-1", "#stack-0"]);
  });

  test("its tags are closed in order, as without it", () => {
    const VOID = new Set(["meta", "link", "br", "hr", "input", "wbr", "path", "rect", "circle"]);
    const open: string[] = [];
    const page = renderHtml(evil).replace(/<(style|script)>[\s\S]*?<\/\1>/g, "");
    for (const [, end, name = ""] of page.matchAll(/<(\/?)([a-zA-Z][\w-]*)[^>]*>/g)) {
      if (end !== "") expect(open.pop()).toBe(name);
      else if (!VOID.has(name)) open.push(name);
    }
    expect(open).toEqual([]);
  });
});

describe("the page's own policy", () => {
  const page = renderHtml(sampleReview());
  const policy = (/http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "").replaceAll(
    "&#39;",
    "'",
  );
  const inner = (name: string): string => new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(page)?.[1] ?? "";
  const hash = (text: string): string => createHash("sha256").update(text).digest("base64");

  test("lets nothing in but its own style and script", () => {
    expect(policy.split("; ")).toEqual([
      "default-src 'none'",
      `style-src 'sha256-${hash(inner("style"))}'`,
      `script-src 'sha256-${hash(inner("script"))}'`,
      "img-src data:",
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  test("comes before anything it is about", () => {
    expect(page.indexOf("Content-Security-Policy")).toBeLessThan(page.indexOf("<style>"));
  });

  test("stands in a page that names no other place", () => {
    const names = page
      .replaceAll("http://www.w3.org/2000/svg", "")
      .replaceAll(encodeURIComponent("http://www.w3.org/2000/svg"), "");

    expect(names).not.toMatch(/https?:\/\/|@import|url\((?!#)/);
  });
});

test("a thousand stacks of ten resources are a page in a few seconds", () => {
  const large = largeReview(1000, 10);
  const start = performance.now();

  const page = renderHtml(large);

  expect(performance.now() - start).toBeLessThan(5_000);
  expect(page.match(/<details\s+class="stack/g)).toHaveLength(1000);
  expect(page.match(/<details\s+class="stack[^>]*\sopen\s*>/g)?.length ?? 0).toBeLessThanOrEqual(5);
});

describe("a page with more changes than it has room for", () => {
  const MOST = 20_000;
  const lost = (at: number) =>
    resourceReview({
      address: `kafka_topic.lost-${at}`,
      action: "delete",
      effects: [effect({ sentence: say`topic ${`lost-${at}`} is deleted` })],
      attributes: [attribute({ path: ["of_what_is_lost"] })],
    });
  const opened = (at: number) =>
    resourceReview({ address: `aws_iam_role.opened-${at}`, type: "aws_iam_role", verdict: "access" });
  const added = resourceReview({
    verdict: "additive",
    attributes: [attribute({ path: ["of_what_is_new"] })],
  });
  const numbered = <T>(length: number, of: (at: number) => T): T[] =>
    Array.from({ length }, (_, at) => of(at));
  const pageOf = (resources: readonly (typeof added)[]): string =>
    renderHtml(review({ stacks: [stackReview({ resources })] }));

  const page = pageOf([...numbered(3, lost), ...numbered(MOST, opened), ...numbered(100_000, () => added)]);

  it("tells all of what is lost", () => {
    expect(page).toContain("of_what_is_lost");
    expect(page.match(/<code>kafka_topic\.lost-\d<\/code>/g)).toHaveLength(3);
  });

  it("has the address of whatever else carries a risk", () => {
    expect(page.match(/<code>aws_iam_role\.opened-\d+<\/code>/g)).toHaveLength(MOST);
    expect(page).toContain("Access change (20,000)");
  });

  it("counts what carries none, by its type, and says so", () => {
    expect(page).not.toContain("of_what_is_new");
    expect(page).toMatch(/100,000 more changes without a risk:\s*100,000 <code>kafka_topic<\/code>/);
    expect(page).toContain("There are too many changes for one page");
    expect(page.length).toBeLessThan(2_000_000);
  });

  it("tells what each loss means when it has no room for more", () => {
    const many = pageOf(numbered(3_500, lost));

    expect(many.match(/<code>kafka_topic\.lost-\d+<\/code>:\s*topic/g)).toHaveLength(3_500);
  });

  it("leaves nothing out that carries a risk, however much there is", () => {
    const resources = BY_RISK.map((verdict) => ({ ...added, verdict })).flatMap((each) =>
      numbered(100_000, () => each),
    );

    expect(roomsOf({ stacks: [stackReview({ resources })] })).toEqual({
      ...{ planFailed: "brief", dataLoss: "brief", breaks: "brief" },
      ...{ access: "address", interruption: "address", cost: "address" },
      ...{ additive: "counted", none: "counted" },
    });
  });

  it("tells everything of fewer", () => {
    const few = pageOf([added]);

    expect(few).toContain("of_what_is_new");
    expect(few).not.toContain("There are too many changes");
  });
});
