import { WORLD_KINDS, type WorldDocument, type WorldDomain } from "../data/world";
import type { Style } from "../style";
import { section } from "./detail";
import { table } from "./table";
import { counted } from "./text";

/** Per domain how much there is of each kind. */
export function renderWorld({ environment, things, domains }: WorldDocument, style: Style): string[] {
  const heading = ["domain", ...WORLD_KINDS.map((kind) => kind.heading)];
  const rows = domains.map((domain) => [
    domain.domain,
    ...WORLD_KINDS.map(({ kind }) => countOf(domain, kind)),
  ]);
  return [
    `${style.bold(environment)}, offline: ${counted(things, "thing")}`,
    "",
    ...table([heading, ...rows], {
      indent: 2,
      right: [...WORLD_KINDS.keys()].map((column) => column + 1),
      paint: (cell, _column, row) => (row === 0 || cell === "-" ? style.dim(cell) : cell),
    }),
  ];
}

/** The names of everything a domain has, by kind. */
export function renderWorldDomain({ domain, things }: WorldDomain, style: Style): string[] {
  return [
    style.bold(domain),
    ...WORLD_KINDS.flatMap(({ kind, heading }) => {
      const lines = things
        .filter((thing) => thing.kind === kind)
        .map(
          ({ name, marks }) =>
            `  ${name}${marks.length === 0 ? "" : style.yellow(`  ${marks.map(markText).join(", ")}`)}`,
        );
      return section(heading, lines, style);
    }),
  ];
}

const markText = (mark: string): string => (mark === "nonEmpty" ? "non-empty" : mark);

function countOf({ things }: WorldDomain, kind: string): string {
  const count = things.filter((thing) => thing.kind === kind).length;
  return count === 0 ? "-" : String(count);
}
