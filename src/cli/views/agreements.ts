import type { Style } from "../style";
import { table } from "./table";

/** Who reads what until when. */
export interface Agreement {
  readonly product?: string;
  readonly domain?: string;
  readonly app: string;
  readonly until: string;
  readonly purpose: string;
  /** @default true */
  readonly granted?: boolean;
}

/** One line per agreement. */
export function renderAgreements(agreements: readonly Agreement[], style: Style): string[] {
  const rows = agreements.map(({ product, domain, app, until, purpose, granted = true }) => [
    ...(product === undefined ? [] : [product]),
    domain === undefined ? `by ${app}` : `${domain}/${app}`,
    granted ? `until ${until}` : "no access",
    purpose,
  ]);
  return table(rows, {
    indent: 2,
    paint: (cell, column, row) => {
      if (cell === "no access") return style.yellow(cell);
      return column === (rows[row]?.length ?? 0) - 1 ? style.dim(cell) : cell;
    },
  });
}
