import { PLATFORM_STACK } from "../../names";
import { COUNTED, type DomainSummary, type SynthSummary } from "../data/synth-summary";
import type { Style } from "../style";
import { section } from "./detail";
import { table } from "./table";
import { counted } from "./text";

/** More domains than this are too many for a table: then only those that changed are in it. */
export const MOST_ROWS = 40;

/** Per domain what it would provision and how to deploy it, then what changed in the output folder. */
export function renderSynth(summary: SynthSummary, outdir: string, style: Style): string[] {
  const { environment, domains, written, unchanged, removed } = summary;
  const shown = domains.length <= MOST_ROWS ? domains : domains.filter((domain) => changesOf(domain) !== "");
  return [
    `${style.bold(environment)}: ${counted(domains.length, "domain")}, ${counted(totalOf(summary), "resource")}`,
    ...section("Would provision", renderCounts(shown, style), style),
    ...(shown.length < domains.length
      ? [`  and ${counted(domains.length - shown.length, "unchanged domain")}`]
      : []),
    ...section("Deploy before the first domain", renderDeploy(summary), style),
    "",
    `${outdir}: ${written.length} written, ${unchanged.length} unchanged, ${removed.length} removed`,
  ];
}

/** What has to be there before the first domain is deployed. */
function renderDeploy({ platform }: SynthSummary): string[] {
  return table(
    [
      [
        `npx cdktf deploy ${PLATFORM_STACK}`,
        `${counted(platform.resources, "resource")} that all domains share`,
      ],
      ["npx cdktf deploy '*-boundary'", "what each domain may ever do"],
    ],
    { indent: 2 },
  );
}

function totalOf({ domains, platform }: SynthSummary): number {
  return domains.reduce((total, { resources }) => total + resources.resources, platform.resources);
}

function renderCounts(domains: readonly DomainSummary[], style: Style): string[] {
  if (domains.length === 0) return [];
  const names = COUNTED.map(({ name }) => name);
  const rows = domains.map((domain) => [
    domain.domain,
    ...names.map((name) => (domain.resources[name] === 0 ? "-" : String(domain.resources[name]))),
    String(domain.resources.resources),
    changesOf(domain),
    domain.deploy.at(-1) ?? "",
  ]);
  const heading = ["domain", ...names, "resources", "", "deploy with"];
  return table([heading, ...rows], {
    indent: 2,
    right: [...names.keys(), names.length].map((column) => column + 1),
    paint: (cell, column, row) => {
      if (row === 0) return style.dim(cell);
      return column === heading.length - 2 ? style.green(cell) : cell;
    },
  });
}

/** A boundary that changed is the platform team's to deploy, before the domain. */
function changesOf({ changed, boundaryChanged }: DomainSummary): string {
  if (changed) return boundaryChanged ? "changed, boundary first" : "changed";
  return boundaryChanged ? "boundary" : "";
}
