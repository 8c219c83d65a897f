import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Judgement, LossJudge } from "./judge-losses";
import { remarkFrom, runTerraform, type Terraform, type TerraformRun } from "./terraform";

/** What is looked at before it goes to a real environment, and with what. */
export interface RealLossOptions {
  readonly judge: LossJudge;
  /** The framework's output folder. */
  readonly outdir: string;
  readonly stacks: readonly string[];
  readonly terraform: Terraform;
  /** All variables of the process. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Asks Terraform to stop. */
  readonly stop?: AbortSignal;
}

/** A stack that would lose data, or of which nobody can say what it would lose. */
export interface RealLosses extends Judgement {
  readonly stack: string;
}

/**
 * Plans stacks on their real state, one after another, and says which would lose data. The framework makes a plan of its
 * own afterwards: what somebody else changes between the two is seen by whoever confirms that one.
 */
export async function realLosses({
  stacks,
  judge: { judge },
  ...options
}: RealLossOptions): Promise<RealLosses[]> {
  const found: RealLosses[] = [];
  for (const stack of stacks) {
    const judgement = await new RealPlan(stack, options).read((plan) => judge(stack, Buffer.from(plan)));
    if (judgement !== undefined) found.push({ stack, ...judgement });
  }
  return found;
}

/** A plan of one stack, which is never applied. */
class RealPlan {
  private readonly directory: string;
  private readonly file = `.meshwright-${process.pid}.plan`;

  constructor(
    stack: string,
    private readonly options: Pick<RealLossOptions, "outdir" | "terraform" | "env" | "stop">,
  ) {
    this.directory = join(options.outdir, "stacks", stack);
  }

  /** What `judge` says of it; nothing when it has nothing to do. A plan that fails may not be applied. */
  async read(judge: (plan: string) => Judgement | undefined): Promise<Judgement | undefined> {
    try {
      const init = await this.init();
      if (init.code !== 0) return failed(init);
      const plan = await this.run("plan", "-detailed-exitcode", "-no-color", `-out=${this.file}`);
      if (plan.code === 0) return undefined;
      if (plan.code !== 2) return failed(plan);
      const shown = await this.run("show", "-json", this.file);
      return shown.code === 0 ? judge(shown.stdout) : failed(shown);
    } finally {
      rmSync(join(this.directory, this.file), { force: true });
    }
  }

  /** Providers that were installed before may be too old for the stack as it is now. */
  private async init(): Promise<TerraformRun> {
    const first = await this.run("init", "-no-color");
    return first.code === 0 ? first : this.run("init", "-no-color", "-upgrade");
  }

  private run(command: string, ...args: readonly string[]): Promise<TerraformRun> {
    const { terraform, env, stop } = this.options;
    const input = command === "show" ? [] : ["-input=false"];
    return runTerraform(terraform.command, [command, ...input, ...args], {
      directory: this.directory,
      env: { ...env, TF_IN_AUTOMATION: "1", TF_REATTACH_PROVIDERS: undefined },
      ...(stop === undefined ? {} : { stop }),
    });
  }
}

function failed({ stdout, stderr }: TerraformRun): Judgement {
  return { mayApply: false, remark: remarkFrom(stderr.trim() === "" ? stdout : stderr) };
}
