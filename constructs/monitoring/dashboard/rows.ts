import { alarmArn, alarmName, alarmPrefix } from "../../../src/names";
import type { AlarmDefinition } from "../alarm";
import { alarmsUrl } from "../console";
import { runbookUrl, type RunbookLocation } from "../runbook";
import {
  isWatched,
  labelOf,
  uncoveredSlos,
  type MonitoredProduct,
  type ServiceLevel,
  type SignalSource,
} from "../slo";
import { escapeMarkdown } from "../text";
import { productCharts, storageCharts } from "./charts";
import type { Widget } from "./grid";
import { SIGNAL_HELP } from "./help";
import { alarmWidgets, chartWidget, textWidget } from "./widgets";

/** How much a dashboard shows of each product. */
export type DashboardLevel = "charts" | "alarms" | "summary";

/** A product and what was compiled for it. */
export interface DashboardProduct {
  readonly product: MonitoredProduct;
  readonly alarms: readonly AlarmDefinition[];
}

/** What a dashboard is about. */
export interface DashboardInput {
  readonly source: SignalSource;
  readonly ownerTeam: string;
  readonly runbooks: RunbookLocation;
  readonly products: readonly DashboardProduct[];
}

/** Columns of the alarm box of one product where there is no room for charts. */
const COMPACT_WIDTH = 6;

const SLO_WORDS: Readonly<Record<keyof ServiceLevel, (value: number) => string>> = {
  availabilityPercent: (value) => `availability ${value}%`,
  freshnessSeconds: (value) => `freshness ${value} s`,
  lagSeconds: (value) => `lag ${value} s`,
  completenessPercent: (value) => `completeness ${value}%`,
};

/** The rows of a domain's dashboard; retired products are left out. */
export function domainRows(input: DashboardInput, level: DashboardLevel): Widget[][] {
  const products = input.products.filter(({ product }) => product.lifecycle !== "retired");
  const head = [[heading(input, level, products.length)]];
  if (level === "summary") return head;
  if (level === "alarms") {
    const boxes = products.flatMap((product) => alarmBoxes(input, product, COMPACT_WIDTH));
    return [...head, boxes, [help(products)]].filter(hasWidgets);
  }
  return [
    ...head,
    ...products.flatMap((product) => productRows(input, product)),
    products.some(({ product }) => product.bucket) ? charts(storageCharts(input.source), input) : [],
    [help(products)],
  ].filter(hasWidgets);
}

function productRows(input: DashboardInput, entry: DashboardProduct): Widget[][] {
  const { source } = input;
  const gaps = uncoveredSlos(entry.product, source).map(
    ({ slo, reason }) => `Not watched: ${slo}, since ${escapeMarkdown(reason)}.`,
  );
  return [
    [textWidget([`## ${labelOf(entry.product)}`, productLine(input, entry.product), ...gaps])],
    alarmBoxes(input, entry),
    charts(productCharts(entry.product, source), input),
  ];
}

const charts = (list: ReturnType<typeof productCharts>, { source }: DashboardInput): Widget[] =>
  list.map((chart) => chartWidget(chart, source.site.region));

function heading({ source, ownerTeam }: DashboardInput, level: DashboardLevel, count: number): Widget {
  const { domain, site } = source;
  const lines = [
    `# ${domain} in ${site.environment}`,
    `Owner: **${escapeMarkdown(ownerTeam)}**. Products: ${count}. ` +
      `[All alarms](${alarmsUrl(site)}) start with ${alarmPrefix(site, domain)}`,
  ];
  if (level !== "charts") lines.push("There are more products than a dashboard has room for.");
  return textWidget(lines);
}

function productLine({ runbooks }: DashboardInput, product: MonitoredProduct): string {
  const promises = Object.entries(SLO_WORDS).flatMap(([key, say]) => {
    const value = product.slo[key as keyof ServiceLevel];
    return value === undefined ? [] : [say(value)];
  });
  const state = isWatched(product) ? (product.lifecycle ?? "active") : `${product.lifecycle}, without alarms`;
  const promised = promises.length > 0 ? `Promised: ${promises.join(", ")}.` : "Nothing promised.";
  return `${state}. ${promised} [Runbook](${runbookUrl(runbooks, product, [])})`;
}

function alarmBoxes(
  { source }: DashboardInput,
  { product, alarms }: DashboardProduct,
  width?: number,
): Widget[] {
  const { site, domain } = source;
  const arns = alarms.map(({ signal }) =>
    alarmArn(site, alarmName(site, domain, product.product, product.major, signal)),
  );
  return alarmWidgets(`${labelOf(product)} alarms`, arns, width);
}

/** Says what each kind of alarm on the dashboard means, so that the dashboard can serve as the runbook. */
function help(products: readonly DashboardProduct[]): Widget {
  const kinds = new Set(products.flatMap(({ alarms }) => alarms.map(({ signal }) => signal[0] ?? "")));
  const lines = [...kinds].sort().flatMap((kind) => {
    const words = SIGNAL_HELP[kind];
    return words === undefined ? [] : [`- **${kind}**: ${words}`];
  });
  return textWidget(["## What the alarms mean", ...(lines.length > 0 ? lines : ["Nothing is watched yet."])]);
}

const hasWidgets = (row: readonly Widget[]): boolean => row.length > 0;
