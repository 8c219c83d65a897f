import { Option, type Command } from "commander";
import { hasErrors } from "../../synth/check-mesh";
import { chooseEnvironment } from "../../synth/choose-environment";
import { environmentNameOf } from "../../synth/settings";
import { ownVersion } from "../../synth/versions";
import { checkedMesh, located, type CheckedMesh } from "../checked-mesh";
import type { CommandContext } from "../command-module";
import { checkSummary } from "../data/check-summary";
import { descriptionsOfCodes } from "../data/descriptions";
import { EXIT, type ExitCode } from "../exit-code";
import type { Io } from "../io";
import { environmentOption, formatOption, meshOption, withOptions } from "../options";
import type { EnvironmentOptions, MeshOptions } from "../options";
import { print, printJson } from "../print";
import { styleOf } from "../style";
import { renderCheckSummary } from "../views/check-summary";
import { renderFindings } from "../views/findings";
import { findingsDocument } from "../views/findings-json";
import { sarifLog } from "../views/findings-sarif";

interface ValidateOptions extends MeshOptions, EnvironmentOptions {
  readonly format: "human" | "json" | "sarif";
  readonly notes?: boolean;
  readonly strict?: boolean;
}

/** `meshwright validate`. */
export function define(command: Command, { io, finish }: CommandContext): void {
  withOptions(
    command,
    meshOption(),
    environmentOption(),
    formatOption(["human", "json", "sarif"]),
    new Option("--notes", "show notes too"),
    new Option("--strict", "let warnings fail the check"),
  ).action((options: ValidateOptions) => finish(validate(io, options)));
}

function validate(io: Io, options: ValidateOptions): ExitCode {
  const started = io.now().getTime();
  const mesh = checkedMesh(io, options);
  const { index, problems } = mesh;
  const environment = environmentNameOf(io, options.env);
  if (environment !== undefined && index) chooseEnvironment(index.mesh.environments, environment);

  const elapsed = (): number => (io.now().getTime() - started) / 1000;
  SHOW[options.format](io, mesh, { ...options, elapsed });
  const warned = problems.some(({ severity }) => severity === "warning");
  return hasErrors(problems) || (options.strict === true && warned) ? EXIT.findings : EXIT.ok;
}

interface ShowOptions extends ValidateOptions {
  /** Seconds since the start. */
  readonly elapsed: () => number;
}

type Show = (io: Io, mesh: CheckedMesh, options: ShowOptions) => void;

const SHOW: Readonly<Record<ValidateOptions["format"], Show>> = {
  human: (io, { root, index, problems, prefix }, { notes = false, elapsed }) => {
    const style = styleOf(io);
    const shown = notes ? problems : problems.filter(({ severity }) => severity !== "note");
    const lines = renderFindings(located(root, shown), { style, prefix });
    const summary = renderCheckSummary(checkSummary(index, problems), { style, seconds: elapsed(), notes });
    print(io, [...lines, ...(lines.length > 0 ? [""] : []), summary]);
  },
  json: (io, { root, index, problems, today }) => {
    printJson(
      io,
      findingsDocument(located(root, problems), { today, summary: checkSummary(index, problems) }),
    );
  },
  sarif: (io, { root, problems, prefix }) => {
    // Code scanning takes no path that leads out of the repository.
    const inside = prefix.startsWith("..") ? "" : prefix;
    const tool = { version: ownVersion(), prefix: inside, descriptions: descriptionsOfCodes() };
    printJson(io, sarifLog(located(root, problems), tool));
  },
};
