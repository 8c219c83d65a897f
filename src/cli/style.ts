import colors from "picocolors";
import type { Io } from "./io";

type Paint = (text: string) => string;

/** How words stand out; on anything but a terminal they do not. */
export interface Style {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly yellow: Paint;
  readonly green: Paint;
  readonly cyan: Paint;
}

/** Nothing stands out. */
export const PLAIN: Style = colors.createColors(false);

/** Colours on a terminal, unless `NO_COLOR` is set (https://no-color.org) or the terminal has none. */
export function styleOf({ isTTY, env }: Pick<Io, "isTTY" | "env">): Style {
  const refused = (env.NO_COLOR ?? "") !== "" || env.TERM === "dumb";
  return isTTY && !refused ? colors.createColors(true) : PLAIN;
}

/** How wide a terminal is; undefined for anything else, where lines are as long as they are. */
export const columnsOf = ({ isTTY, columns }: Pick<Io, "isTTY" | "columns">): number | undefined =>
  isTTY ? columns?.() : undefined;
