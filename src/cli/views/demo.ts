import type { RunReport } from "../../deploy";
import type { Style } from "../style";
import { section } from "./detail";
import { renderRun } from "./run-report";
import { secondsText } from "./run-words";
import { counted } from "./text";

/** That the second plan is empty, or what is in it. */
export function renderVerified(report: RunReport, style: Style): string[] {
  const { stacks, seconds } = report;
  if (stacks.some(({ outcome }) => outcome !== "unchanged")) return renderRun(report, style);
  return [
    style.green(`Nothing to change: ${counted(stacks.length, "empty plan")} in ${secondsText(seconds)} s`),
  ];
}

/**
 * What to try next.
 *
 * @param program how this program is called
 * @param folder the mesh's folder with `/` at its end; empty for the working directory
 * @param flag what a command has to be given to mean that mesh
 */
export function renderNext(program: string, folder: string, flag: string, style: Style): string[] {
  const steps = [
    [`raise a retention below ${folder}domains/orders and read the plan`, `${program} plan orders${flag}`],
    ["ask whether it is safe to merge, and read why", `${program} review${flag}`],
    ["deploy the change", `${program} deploy orders --offline${flag}`],
    ["everything a domain has", `${program} world show orders${flag}`],
    [
      "the same with the framework's own command line",
      `${program} offline${flag} -- npx cdktf deploy orders`,
    ],
    ["start over", `${program} world reset --yes${flag}`],
  ] as const;
  const lines = steps.flatMap(([what, command]) => [`  ${what}`, `    ${style.cyan(command)}`]);
  return section("Next", lines, style);
}
