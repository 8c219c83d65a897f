import { CLOUDWATCH_LIMITS } from "../limits";

/** One box of a dashboard, before it has a place. */
export interface Widget {
  readonly type: "alarm" | "metric" | "text";
  /** In columns, 1 to 24. */
  readonly width: number;
  /** In rows of the grid. */
  readonly height: number;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** A widget and its place. */
export interface PlacedWidget extends Widget {
  readonly x: number;
  readonly y: number;
}

/** Places rows below one another, each from left to right; what does not fit beside the others goes into a new line. */
export function placeRows(rows: readonly (readonly Widget[])[]): PlacedWidget[] {
  const placed: PlacedWidget[] = [];
  let top = 0;
  for (const row of rows) {
    let x = 0;
    let lineHeight = 0;
    for (const widget of row) {
      if (x + widget.width > CLOUDWATCH_LIMITS.dashboardColumns) {
        top += lineHeight;
        x = 0;
        lineHeight = 0;
      }
      placed.push({ ...widget, x, y: top });
      x += widget.width;
      lineHeight = Math.max(lineHeight, widget.height);
    }
    top += lineHeight;
  }
  return placed;
}
