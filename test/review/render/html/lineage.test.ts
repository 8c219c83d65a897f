import fc from "fast-check";
import {
  BOX_WIDTH,
  layersOf,
  layoutOf,
  lineageOf,
  lineageSection,
  MAX_BOXES,
  type Graph,
} from "../../../../src/review/render/html/lineage";
import { consumer, replaced, resourceReview, review, stackReview } from "../../support/review";
import { shopReview } from "./support/shop-review";

const of = (...consumers: ReturnType<typeof consumer>[]) =>
  lineageOf(review({ stacks: [stackReview({ resources: [replaced({ consumers })] })] }));

test("a port leads to those who read it, and what they make to those who read that", () => {
  const { nodes, edges } = of(
    consumer({ domain: "erp", team: "erp", products: ["erp/invoice.v1"] }),
    consumer({ domain: "finance", port: "erp/invoice.v1", products: [], apps: [], direct: false }),
  );

  expect(edges.map(({ from, to, direct }) => `${from} -> ${to}${direct ? "" : " further"}`)).toEqual([
    "port:erp/invoice.v1 -> reader:finance further",
    "port:orders/order-placed.v1 -> reader:erp",
    "reader:erp -> port:erp/invoice.v1",
  ]);
  expect(nodes.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
    "port:erp/invoice.v1 none",
    "port:orders/order-placed.v1 dataLoss",
    "reader:erp dataLoss",
    "reader:finance none",
  ]);
  expect(layersOf({ nodes, edges })).toEqual([
    ["port:orders/order-placed.v1"],
    ["reader:erp"],
    ["port:erp/invoice.v1"],
    ["reader:finance"],
  ]);
});

test("a reader's box says its team, apps, products and until when", () => {
  const { nodes } = of(
    consumer({ apps: ["b", "a"], products: ["analytics/x.v1"] }),
    consumer({ port: "orders/other.v1", until: "2026-01-31", apps: [], products: ["analytics/x.v1"] }),
  );

  expect(nodes.find(({ kind }) => kind === "reader")?.notes).toEqual([
    "team bi",
    "app a and 1 more",
    "product x.v1",
    "agreed until 2026-01-31",
  ]);
});

test("who reads directly and further down is drawn as one who reads directly", () => {
  const { edges } = of(consumer(), consumer({ direct: false }));

  expect(edges).toEqual([{ from: "port:orders/order-placed.v1", to: "reader:analytics", direct: true }]);
});

test("the shop's lineage is drawn, and listed for those who do not see it", () => {
  const section = lineageSection(shopReview()).text;

  expect(section).toContain("3 ports, read by 4 domains, directly or through what is made of it.");
  expect(section).toContain('role="img"');
  expect(section).toContain('<title id="lineage-name">Lineage of what is affected</title>');
  expect(section.match(/class="node port/g)).toHaveLength(3);
  expect(section.match(/class="node reader/g)).toHaveLength(4);
  expect(section.match(/class="edge/g)).toHaveLength(5);
  expect(section).toContain("<summary>The same as a list</summary>");
});

test("nothing is drawn when nobody reads what changes", () => {
  expect(lineageSection(review({ stacks: [stackReview({ resources: [resourceReview()] })] })).text).toBe("");
});

test("more than a picture can hold is listed only", () => {
  const consumers = Array.from({ length: MAX_BOXES }, (_, at) => consumer({ domain: `d${at}` }));
  const section = lineageSection(
    review({ stacks: [stackReview({ resources: [replaced({ consumers })] })] }),
  ).text;

  expect(MAX_BOXES).toBe(120);
  expect(section).toContain("1 port, read by 120 domains: too many to draw; they are listed.");
  expect(section).not.toContain("<svg");
  expect(section.match(/<li>/g)).toHaveLength(121);
});

describe("any graph, circles too", () => {
  const graphs = fc.integer({ min: 1, max: 12 }).chain((size) =>
    fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 30 }).map((pairs): Graph => ({
      nodes: Array.from({ length: size }, (_, at) => ({
        ...{ id: `n${at}`, name: `n${at}`, label: `n${at}`, kind: "port", verdict: "none" },
        notes: Array.from({ length: at % 4 }, () => "note"),
      })),
      edges: pairs.map(([from, to]) => ({ from: `n${from}`, to: `n${to}`, direct: true })),
    })),
  );

  test("has each node in one column", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        expect(layersOf(graph).flat().sort()).toEqual(graph.nodes.map(({ id }) => id).sort());
      }),
    );
  });

  test("is drawn within its frame, and no box covers another", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const { width, height, boxes, lines } = layoutOf(graph);
        const apart = boxes.every((a, at) =>
          boxes
            .slice(at + 1)
            .every(
              (b) =>
                a.x + BOX_WIDTH <= b.x ||
                b.x + BOX_WIDTH <= a.x ||
                a.y + a.height <= b.y ||
                b.y + b.height <= a.y,
            ),
        );

        expect(apart).toBe(true);
        expect(boxes.every((box) => box.x >= 0 && box.x + box.width <= width)).toBe(true);
        expect(boxes.every((box) => box.y >= 0 && box.y + box.height <= height)).toBe(true);
        expect(lines).toHaveLength(graph.edges.length);
      }),
    );
  });
});
