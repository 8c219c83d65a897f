import { say, type AccessChange } from "../../../src/review/model";
import { renderHtml, renderMarkdown } from "../../../src/review/render";
import { accessCounts } from "../../../src/review/render/facts/access-lines";
import { accessChange, review } from "../support/review";

const BECAUSE = { kind: "agreement", reader: "traffic/campaign", port: "orders/order-placed.v2" } as const;

const AGREEMENT = accessChange({
  ...{ system: "mesh", because: BECAUSE, stack: undefined, address: undefined },
  sentence: say`${"traffic/campaign"} may read ${"orders/order-placed.v2"}`,
});
const carried = (system: string): AccessChange =>
  accessChange({ system, because: BECAUSE, sentence: say`role ${"campaign"} may read by ${system}` });
const unexplained = (who: string, over: Partial<AccessChange> = {}): AccessChange =>
  accessChange({ because: { kind: "none" }, sentence: say`${who} may read topic ${"orders"}`, ...over });
const own = (at: number): AccessChange =>
  accessChange({
    ...{ system: "IAM", because: { kind: "own", domain: "orders" } },
    sentence: say`role ${`app-${at}`} may write`,
  });

/** The lines of a part of the comment, as they stand. */
function linesOf(access: readonly AccessChange[], from: string, to: string): string[] {
  const text = renderMarkdown(review({ access }));
  const start = text.indexOf(from);
  const part = start < 0 ? "" : text.slice(start + from.length, text.indexOf(to, start + from.length));
  return part.split("\n").filter((line) => /^ *- /.test(line));
}

const told = (...access: readonly AccessChange[]): string[] => linesOf(access, "**Access**", "\n<details>");
const folded = (...access: readonly AccessChange[]): string[] =>
  linesOf(access, "<details><summary>Access in full", "</details>");

test("agreements come first, with what carries them out counted and folded below", () => {
  const access = [unexplained("User:x", { direction: "gained" }), carried("S3"), AGREEMENT, carried("IAM")];

  expect(told(...access)).toEqual([
    "- ➕ gained: `traffic/campaign` may read `orders/order-placed.v2`; 2 changes of IAM and S3 carry it out",
    "- ➕ **gained, by no agreement**: `User:x` may read topic `orders` (Kafka)",
  ]);
  expect(folded(...access)).toEqual([
    "- ➕ gained: `traffic/campaign` may read `orders/order-placed.v2`; 2 changes of IAM and S3 carry it out",
    "  - role `campaign` may read by `IAM` (IAM, `orders`)",
    "  - role `campaign` may read by `S3` (S3, `orders`)",
  ]);
});

test("what carries out an agreement that was there before is told as that", () => {
  expect(told(carried("S3"))).toEqual([
    "- ➕ gained: `traffic/campaign` may read `orders/order-placed.v2`, as it was agreed before; 1 change of S3 carries it out",
  ]);
});

test("what a domain may do with its own is counted, after what nothing explains", () => {
  const access = [own(1), own(2), unexplained("User:x", { direction: "lost" })];

  expect(told(...access)).toEqual([
    "- ➖ **lost, and no agreement ends**: `User:x` may read topic `orders` (Kafka)",
    "- ➕ gained: within `orders`, its own apps and roles gain 2 accesses to what is its own (IAM)",
  ]);
  expect(folded(...access)).toHaveLength(3);
});

test("the same of several stacks is one line, and so is the same of many that differ in a name", () => {
  const twice = [unexplained("User:x"), unexplained("User:x", { stack: "users" })];
  const many = ["a", "b", "c", "d", "e"].map((name) => unexplained(name));

  expect(told(...twice)).toEqual([
    "- ➕ **gained, by no agreement**: `User:x` may read topic `orders` (Kafka, in 2 stacks)",
  ]);
  expect(told(...many)).toEqual([
    "- ➕ **gained, by no agreement**: … may read topic `orders`: `a`, `b`, `c` and 2 more (Kafka, 5 times)",
  ]);
  expect(folded(...many)).toHaveLength(6);
});

test("where only one side of the mesh is known, nothing is said of agreements", () => {
  expect(told(accessChange())).toEqual([
    "- ➕ gained: `User:traffic.campaign` may read topic `orders.order-placed.v2` (Kafka)",
  ]);
});

test("an answer counts agreements and what nothing explains, and nothing twice", () => {
  const access = [AGREEMENT, carried("S3"), carried("IAM"), own(1), own(2), unexplained("User:x")];

  expect(accessCounts(access)).toEqual({ gained: 2, changed: 0, lost: 0, gainedUnexplained: 1 });
});

test("a page has a list of each kind, the agreements first", () => {
  const page = renderHtml(review({ access: [own(1), unexplained("User:x"), AGREEMENT, carried("S3")] }));
  const titles = ["Agreements", "What no agreement explains", "Within domains"].map((title) =>
    page.indexOf(`<h3>${title}</h3>`),
  );

  expect(titles).not.toContain(-1);
  expect(titles).toEqual([...titles].sort((a, b) => a - b));
  expect(page).toContain("gained, by no agreement");
});
