import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LiveServers } from "../support/live-servers";
import { run, type Outcome } from "../support/offline/terraform";
import { configurationOf, type Requirement, type Side } from "./configuration";
import type { Pair } from "./pair";
import { changeIn, problemsIn, type Planned } from "./planned";

const STATE = "terraform.tfstate";
const PLAN = "plan";

/** Variables for Terraform, besides this process's own. */
export type Environment = Readonly<Record<string, string>>;

/** A folder for the pairs of one provider, one after the other; Terraform initialises it once. */
export class Workplace {
  readonly path = mkdtempSync(join(tmpdir(), "mw-fidelity-"));
  private isReady = false;

  constructor(
    private readonly requirement: Requirement,
    private readonly servers: Partial<LiveServers>,
  ) {}

  /** The state, as text; `undefined` when there is none. */
  get state(): string | undefined {
    return existsSync(this.file(STATE)) ? readFileSync(this.file(STATE), "utf8") : undefined;
  }

  set state(text: string | undefined) {
    for (const name of [STATE, `${STATE}.backup`]) rmSync(this.file(name), { force: true });
    if (text !== undefined) writeFileSync(this.file(STATE), text);
  }

  /** Applies the configuration of before, from nothing. @throws Error when Terraform cannot. */
  async apply(pair: Pair, environment: Environment): Promise<void> {
    this.state = undefined;
    if (pair.before === undefined) return;
    await this.write(pair, "before", environment);
    await this.terraform(environment, "apply", "-auto-approve", "-input=false");
  }

  /** Plans the configuration of after on the state that is there. @throws Error when Terraform says nothing of use. */
  async plan(pair: Pair, environment: Environment): Promise<Planned> {
    await this.write(pair, "after", environment);
    const refresh = `-refresh=${pair.server === true}`;
    const plan = await this.run(environment, "plan", "-json", "-input=false", refresh, `-out=${PLAN}`);
    const problems = problemsIn(plan);
    if (problems.length > 0) return { problems, change: undefined };
    const shown = await this.terraform(environment, "show", "-json", PLAN);
    return { problems, change: changeIn(shown, pair.type) };
  }

  /** Destroys what the state knows. */
  async destroy(pair: Pair, environment: Environment): Promise<void> {
    if (this.state === undefined) return;
    await this.write(pair, "before", environment);
    await this.terraform(environment, "destroy", "-auto-approve", "-input=false");
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  private async write(pair: Pair, side: Side, environment: Environment): Promise<void> {
    const configuration = configurationOf(pair, side, this.requirement, this.servers);
    writeFileSync(this.file("main.tf.json"), JSON.stringify(configuration));
    if (this.isReady) return;
    await this.terraform(environment, "init", "-input=false");
    this.isReady = true;
  }

  private async terraform(environment: Environment, ...args: string[]): Promise<Outcome> {
    const outcome = await this.run(environment, ...args);
    if (outcome.code === 0) return outcome;
    throw new Error(`terraform ${args.join(" ")} ended with ${outcome.code}:\n${outcome.output}`);
  }

  private run(environment: Environment, ...args: string[]): Promise<Outcome> {
    const settings = { TF_IN_AUTOMATION: "1", CHECKPOINT_DISABLE: "1" };
    return run("terraform", [...args, "-no-color"], this.path, { ...settings, ...environment });
  }

  private file(name: string): string {
    return join(this.path, name);
  }
}
