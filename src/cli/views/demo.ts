import type { RunReport } from "../../deploy";
import type { Style } from "../style";
import { section } from "./detail";
import { renderRun } from "./run-report";
import { secondsText } from "./run-words";
import { table } from "./table";
import { counted } from "./text";

/** That the second plan is empty, or what is in it. */
export function renderVerified(report: RunReport, style: Style): string[] {
  const { stacks, seconds } = report;
  if (stacks.some(({ outcome }) => outcome !== "unchanged")) return renderRun(report, style);
  return [
    style.green(`Nothing to change: ${counted(stacks.length, "empty plan")} in ${secondsText(seconds)} s`),
  ];
}

/** What to try next, for that mesh. */
export function renderNext(mesh: string, style: Style): string[] {
  const steps = [
    ["change a retention below domains/ and read the plan", `meshwright plan orders${mesh}`],
    ["ask whether it is safe to merge, and read why", `meshwright review${mesh}`],
    ["deploy the change", `meshwright deploy orders --offline${mesh}`],
    ["everything a domain has", "meshwright world show orders"],
    ["the same with the framework's own command line", "meshwright offline -- npx cdktf deploy orders"],
    ["start over", "meshwright world reset --yes"],
  ];
  return section(
    "Next",
    table(steps, { indent: 2, paint: (cell, column) => (column === 1 ? style.cyan(cell) : cell) }),
    style,
  );
}
