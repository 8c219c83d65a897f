import { runCommand, withEngine } from "../../offline/run";
import { typesInUse } from "../../offline/schema";
import { Simulation, simulatedTypes } from "../../offline/simulation";
import { World } from "../../offline/world";
import { recoverStates } from "../recover-states";
import { findTerraform, runTerraform } from "../terraform";
import { OfflineWorkspace } from "../workspace";
import { withLocalStates } from "./backend-override";
import { needsInit, parseCommandLine, type CommandLine } from "./command-line";
import { reachedBy } from "./local-states";
import { NO_ENVIRONMENT, placeOf } from "./place";
import { credentialPlaceholders } from "./placeholders";

/** A command and what it is run in. */
export interface OfflineCommand {
  /** The command and its arguments; at least one word. */
  readonly words: readonly string[];
  /** Absolute path of the working directory. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /**
   * Absolute path of the mesh that the command is about.
   * @default - the command finds it by itself
   */
  readonly mesh?: string;
  /** @default - that of the stack whose folder it is, else what `otherwise` says */
  readonly environment?: string;
  /** The environment when nothing else says it; undefined when there is no mesh. */
  readonly otherwise: () => string | undefined;
  /** Is told what may have kept the command from working. */
  readonly say: (line: string) => void;
}

/** Exit codes from here on are those of signals: nobody knows what the command had finished. */
const FIRST_SIGNAL_CODE = 129;

/**
 * Runs any command so that the Terraform in it finds simulated providers, and keeps states on this machine.
 *
 * @returns its exit code, or that of Terraform when it cannot be initialised.
 * @throws TerraformUnusable when the command needs Terraform, and there is none.
 * @throws CommandError when the command cannot be started.
 */
export async function runOfflineCommand(options: OfflineCommand): Promise<number> {
  const { words, cwd, env, mesh } = options;
  const line = parseCommandLine(words, cwd, env);
  const { directory, environment: own } = placeOf(line.folder);
  const environment = options.environment ?? own ?? options.otherwise() ?? NO_ENVIRONMENT;
  const workspace = new OfflineWorkspace(directory, environment);
  const program = await programFor(line, env);

  const world = World.open(workspace.worldFile);
  await recoverStates(workspace.folder);
  const { states, otherEnvironment } = reachedBy(line, workspace);
  const simulation = new Simulation([...simulatedTypes(), ...typesInUse(line.folder)]);
  const code = await withEngine({ providers: simulation.providers(world) }, async (engine) => {
    const variables = {
      ...given(credentialPlaceholders(), env),
      ...engine.environment,
      ...workspace.variables,
      MESHWRIGHT_ENV: environment,
      ...(mesh === undefined ? {} : { MESHWRIGHT_MESH: mesh }),
      ...(program === undefined ? {} : { TERRAFORM_BINARY_NAME: program }),
    };
    return withLocalStates(states, () => initialisedRun(line, cwd, variables, env));
  });
  if (code < FIRST_SIGNAL_CODE) await world.settle();
  if (code !== 0 && otherEnvironment !== undefined) {
    options.say(
      `cdktf.out holds the stacks of '${otherEnvironment}', and this was run in '${environment}'; ` +
        `to run Terraform in them offline, give --env ${otherEnvironment}`,
    );
  }
  return code;
}

async function initialisedRun(
  line: CommandLine,
  cwd: string,
  variables: Readonly<Record<string, string>>,
  env: OfflineCommand["env"],
): Promise<number> {
  if (needsInit(line)) {
    const options = { directory: line.folder, env: { ...env, ...variables } };
    const init = await runTerraform(line.command, ["init", "-reconfigure", "-input=false"], options);
    if (init.code !== 0) {
      process.stderr.write(`${init.stdout}${init.stderr}`);
      return init.code;
    }
  }
  return runCommand(line.command, line.args, { directory: cwd, environment: variables });
}

/** The program that the command has to use, when it would look for another one. */
async function programFor(
  { kind, command }: CommandLine,
  env: OfflineCommand["env"],
): Promise<string | undefined> {
  if (kind === "other") return undefined;
  const found = await findTerraform(kind === "terraform" ? { ...env, TERRAFORM_BINARY_NAME: command } : env);
  return found.command;
}

/** Variables, with those that are set already as they are. */
function given(variables: Record<string, string>, env: OfflineCommand["env"]): Record<string, string> {
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, env[name] ?? value]));
}
