import { dashboardName, type Site } from "../../src/names";
import { dashboardUrl } from "./console";
import { labelOf, type MonitoredProduct } from "./slo";

/** Where the runbooks of a domain are. */
export interface RunbookLocation {
  readonly site: Site;
  readonly domain: string;
  /** `https://runbooks.example.com`, with one page per product below it. @default - the domain's dashboard */
  readonly runbookBaseUrl?: string;
}

/**
 * The runbook of an alarm: the product's own link; else `<base>/<domain>/<product>.v<major>#<signal>`; else the
 * domain's dashboard, which says for each signal what to look at first.
 */
export function runbookUrl(
  where: RunbookLocation,
  product: MonitoredProduct,
  signal: readonly string[],
): string {
  if (product.runbookUrl !== undefined) return product.runbookUrl;
  const { site, domain, runbookBaseUrl } = where;
  if (runbookBaseUrl === undefined) return dashboardUrl(site, dashboardName(site, domain));
  const anchor = signal[0] === undefined ? "" : `#${signal[0]}`;
  return `${runbookBaseUrl.replace(/\/+$/, "")}/${domain}/${labelOf(product)}${anchor}`;
}
