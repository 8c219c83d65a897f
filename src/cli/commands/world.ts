import { Argument, type Command } from "commander";
import { rmSync } from "node:fs";
import { holdRun } from "../../deploy/hold-run";
import { World } from "../../offline/world";
import type { CommandContext } from "../command-module";
import { worldDocument } from "../data/world";
import { yesOption } from "../deployment/options";
import { openWorkspace } from "../deployment/open-workspace";
import { EXIT, type ExitCode } from "../exit-code";
import type { Io } from "../io";
import { environmentOption, formatOption, meshOption, withOptions } from "../options";
import type { EnvironmentOptions, FormatOptions, MeshOptions } from "../options";
import { print, printError, printJson } from "../print";
import { styleOf } from "../style";
import { renderWorld, renderWorldDomain } from "../views/world";
import { listed } from "../views/text";

type WorldOptions = MeshOptions & EnvironmentOptions;
type ShowOptions = WorldOptions & FormatOptions;
type ResetOptions = WorldOptions & { readonly yes?: boolean };

/** What can be marked, by the word for it. */
const MARKABLE: Readonly<Record<string, string>> = { bucket: "aws_s3_bucket", schema: "postgresql_schema" };

/** `meshwright world`. */
export function define(command: Command, { io, finish }: CommandContext): void {
  const shown = command.command("show").description("Shows what there is, per domain, or all of one domain.");
  withOptions(
    shown.argument("[domain]", "a domain, or platform"),
    ...[environmentOption(), meshOption(), formatOption()],
  ).action((domain: string | undefined, options: ShowOptions) => finish(show(io, domain, options)));

  const marked = command
    .command("mark")
    .description("Says whether there is data in a bucket or schema: what is not empty is not deleted.")
    .addArgument(new Argument("<kind>", "bucket or schema").choices(Object.keys(MARKABLE)))
    .argument("<name>", "its name")
    .addArgument(new Argument("<state>", "non-empty or empty").choices(["non-empty", "empty"]));
  withOptions(marked, environmentOption(), meshOption()).action(
    async (kind: string, name: string, state: string, options: WorldOptions) =>
      finish(await mark(io, [kind, name, state], options)),
  );

  const emptied = command
    .command("reset")
    .description("Forgets the environment: what was made, every state, every plan.");
  withOptions(emptied, environmentOption(), meshOption(), yesOption()).action(async (options: ResetOptions) =>
    finish(await reset(io, options)),
  );
}

function show(io: Io, domain: string | undefined, options: ShowOptions): ExitCode {
  const { worldFile, environment } = openWorkspace(io, options);
  const document = worldDocument(World.open(worldFile), environment);
  const shown = domain === undefined ? undefined : document.domains.find((each) => each.domain === domain);
  if (domain !== undefined && shown === undefined) {
    throw new Error(
      `there is nothing of '${domain}' in '${environment}', which has ${listed(document.domains.map((each) => each.domain))}`,
    );
  }
  if (options.format === "json")
    printJson(io, shown === undefined ? document : { ...document, domains: [shown] });
  else
    print(
      io,
      shown === undefined ? renderWorld(document, styleOf(io)) : renderWorldDomain(shown, styleOf(io)),
    );
  return EXIT.ok;
}

async function mark(
  io: Io,
  [kind = "", name = "", state = ""]: readonly string[],
  options: WorldOptions,
): Promise<ExitCode> {
  const world = World.open(openWorkspace(io, options).worldFile);
  const { identity } = await world.mark(MARKABLE[kind] ?? kind, name, "nonEmpty", state === "non-empty");
  print(io, [`${kind} ${identity} is ${state}`]);
  return EXIT.ok;
}

async function reset(io: Io, options: ResetOptions): Promise<ExitCode> {
  const { environment, folder, runFile } = openWorkspace(io, options);
  if (options.yes !== true) {
    const answer = await io.ask?.(
      `Forget everything that was deployed offline to '${environment}'? (yes/no) `,
    );
    if (answer === undefined) throw new Error(`this forgets all of '${environment}'; use --yes to mean it`);
    if (answer.trim() !== "yes") return EXIT.ok;
  }
  const onWait = (pid: string): void =>
    printError(io, [`a run is under way in this environment (process ${pid}); waiting for it`]);
  await holdRun(runFile, () => Promise.resolve(rmSync(folder, { recursive: true, force: true })), { onWait });
  print(io, [`'${environment}' is as if nothing had been deployed offline`]);
  return EXIT.ok;
}
