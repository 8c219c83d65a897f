import type { Graph, GraphEdge, GraphNode } from "./graph";
import { layersOf } from "./layers";

/** A box of the drawing, in pixels from its upper left corner. */
export interface Box {
  readonly node: GraphNode;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A line from box to box. */
export interface Line {
  readonly edge: GraphEdge;
  /** Data of an SVG path. */
  readonly path: string;
}

/** The drawing, in pixels. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
}

export const BOX_WIDTH = 216;
/** The least height of a box, with its label alone. */
export const LABEL_HEIGHT = 38;
export const NOTE_HEIGHT = 17;
const COLUMN_GAP = 56;
const ROW_GAP = 18;
/** Room for strokes and arrow heads. */
const MARGIN = 8;

/** Places for all nodes: columns from left to right, each in the middle of the height. */
export function layoutOf(graph: Graph): Drawing {
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  const columns = layersOf(graph).map((ids) => ids.flatMap((id) => byId.get(id) ?? []));
  const heights = columns.map(
    (column) => column.reduce((sum, node) => sum + heightOf(node) + ROW_GAP, 0) - ROW_GAP,
  );
  const tallest = Math.max(0, ...heights);

  const boxes = columns.flatMap((column, at) => {
    let y = MARGIN + (tallest - (heights[at] ?? 0)) / 2;
    return column.map((node): Box => {
      const box = {
        ...{ node, y, width: BOX_WIDTH, height: heightOf(node) },
        x: MARGIN + at * (BOX_WIDTH + COLUMN_GAP),
      };
      y += box.height + ROW_GAP;
      return box;
    });
  });
  const width = columns.length * (BOX_WIDTH + COLUMN_GAP) - COLUMN_GAP + 2 * MARGIN;
  return { width, height: tallest + 2 * MARGIN, boxes, lines: linesOf(graph.edges, boxes) };
}

function heightOf({ notes }: GraphNode): number {
  return LABEL_HEIGHT + (notes.length === 0 ? 0 : notes.length * NOTE_HEIGHT + 4);
}

function linesOf(edges: readonly GraphEdge[], boxes: readonly Box[]): Line[] {
  const byId = new Map(boxes.map((box) => [box.node.id, box]));
  return edges.flatMap((edge): Line[] => {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
    return from === undefined || to === undefined ? [] : [{ edge, path: curve(from, to) }];
  });
}

/** Leaves to the right and comes in from the left, also where it leads back. */
function curve(from: Box, to: Box): string {
  const [x1, y1] = [from.x + from.width, from.y + from.height / 2];
  const [x2, y2] = [to.x - 5, to.y + to.height / 2];
  const bend = Math.max(COLUMN_GAP / 2, Math.abs(x2 - x1) / 2);
  const points = [x1 + bend, y1, x2 - bend, y2, x2, y2].map(Math.round);
  return `M${Math.round(x1)} ${Math.round(y1)}C${points.join(" ")}`;
}
