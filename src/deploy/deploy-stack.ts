import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isNativeError } from "node:util/types";
import type { JudgeLosses } from "./judge-losses";
import { isFailure, NO_CHANGES, type Outcome, type StackRemark, type StackReport, type Verb } from "./report";
import { StackJson } from "./stack-json";
import { checkPasswordSupport, parseEvent, remarkFrom, runTerraform } from "./terraform";
import type { Action, Remark, Terraform, TerraformEvent } from "./terraform";
import type { OfflineWorkspace } from "./workspace";

/** What a stack is at. */
export type Phase = "plan" | "apply";

/** What the deployment of a stack needs. */
export interface StackContext {
  readonly verb: Verb;
  readonly workspace: OfflineWorkspace;
  readonly terraform: Terraform;
  /** All variables of the process, those that lead Terraform to the simulated providers among them. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stop?: AbortSignal;
  /**
   * Looks at a plan before it is deployed.
   * @default - whatever a plan loses, it is applied
   */
  readonly judgeLosses?: JudgeLosses;
  /** Told of each resource planned, with `of` 0, or applied. */
  readonly onStep?: (phase: Phase, done: number, of: number) => void;
}

/** How long Terraform waits for another that works on the same state. */
const LOCK_PATIENCE = "60s";

/** Plans one stack and, unless a plan is all that is asked for or it is refused, applies that very plan. Never throws. */
export async function deployStack(stack: string, context: StackContext): Promise<StackReport> {
  const started = performance.now();
  const run = new StackRun(stack, context);
  const outcome = await run.run().catch((error: unknown) => run.failed(error));
  return run.report(outcome, (performance.now() - started) / 1000);
}

/** One stack's way through Terraform. */
class StackRun {
  private readonly folder: string;
  private readonly remarks: Remark[] = [];
  /** What is said of losses: it names its addresses itself. */
  private readonly judged: Remark[] = [];
  private readonly planned = new Map<string, Action>();
  private readonly refused = new Set<string>();
  private drifted = 0;
  private hasOutputChanges = false;
  private readonly applied = new Set<string>();
  private hasPlan = false;
  private json?: StackJson;

  constructor(
    private readonly stack: string,
    private readonly context: StackContext,
  ) {
    this.folder = context.workspace.stackFolder(stack);
  }

  async run(): Promise<Outcome> {
    const { verb, workspace, terraform, stop } = this.context;
    this.json = new StackJson(this.folder);
    if (this.json.hasPasswords) checkPasswordSupport(terraform, this.stack);
    if (!(await this.init())) return "failed";

    const planFile = join(this.folder, `.plan-${process.pid}`);
    try {
      const planned = await this.plan(planFile);
      if (planned !== "changes") return this.settled(planned);
      const plan = await this.keepPlan(planFile);
      if (verb === "plan") return "planned";
      stop?.throwIfAborted();
      if (!this.mayApply(plan)) return "refused";
      return await this.apply(planFile);
    } finally {
      rmSync(planFile, { force: true });
      if (!this.hasPlan) rmSync(workspace.planFile(this.stack), { force: true });
    }
  }

  failed(error: unknown): Outcome {
    const message = isNativeError(error) ? error.message : String(error);
    const summary = this.context.stop?.aborted === true ? "interrupted" : message;
    this.remarks.push({ severity: "error", summary, detail: "" });
    return "failed";
  }

  report(outcome: Outcome, seconds: number): StackReport {
    const changes = { ...NO_CHANGES };
    for (const [address, action] of this.planned) {
      if (!isFailure({ outcome }) || this.applied.has(address)) changes[action] += 1;
    }
    return {
      ...{ stack: this.stack, outcome, changes, seconds },
      otherChanges: this.hasOutputChanges || this.drifted > 0,
      ...(this.hasPlan ? { planFile: this.context.workspace.planFile(this.stack) } : {}),
      remarks: [...this.locatedRemarks(), ...this.judged],
      because: [],
    };
  }

  private async init(): Promise<boolean> {
    const { code, stdout, stderr } = await this.terraform([
      "init",
      "-reconfigure",
      "-input=false",
      "-no-color",
    ]);
    if (code !== 0) this.explain(stderr.trim() === "" ? stdout : stderr);
    return code === 0;
  }

  private async plan(planFile: string): Promise<"nothing" | "changes" | "failed"> {
    const goal = this.context.verb === "destroy" ? ["-destroy"] : [];
    const options = ["-json", "-input=false", "-detailed-exitcode", `-lock-timeout=${LOCK_PATIENCE}`];
    const { code, stderr } = await this.terraform(
      ["plan", ...options, ...goal, `-out=${planFile}`],
      (event) => {
        if (event.kind === "planned") this.planned.set(event.address, event.action);
        if (event.kind === "drifted") this.drifted += 1;
        if (event.kind === "outputs") this.hasOutputChanges = true;
        this.context.onStep?.("plan", this.planned.size, 0);
      },
    );
    if (code === 0) return "nothing";
    if (code === 2) return "changes";
    this.explain(stderr);
    return "failed";
  }

  /** Keeps the plan for whoever reads it later. It may hold values that are sensitive: nobody else is to read it. */
  private async keepPlan(planFile: string): Promise<string | undefined> {
    const { code, stdout } = await this.terraform(["show", "-json", planFile]);
    if (code !== 0) return undefined;
    const file = this.context.workspace.planFile(this.stack);
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const plan = documentIn(stdout);
    writeFileSync(file, plan, { mode: 0o600 });
    this.hasPlan = true;
    return plan;
  }

  /** A plan that cannot be read may lose anything. Who destroys has said so. */
  private mayApply(plan: string | undefined): boolean {
    const { verb, judgeLosses } = this.context;
    if (verb === "destroy" || judgeLosses === undefined) return true;
    if (plan === undefined) {
      const summary =
        "nothing was applied: Terraform cannot show its plan, and so nobody knows what it would lose";
      this.judged.push({ severity: "error", summary, detail: "" });
      return false;
    }
    const judgement = judgeLosses(this.stack, Buffer.from(plan));
    if (judgement !== undefined) this.judged.push(judgement.remark);
    return judgement?.mayApply !== false;
  }

  private async apply(planFile: string): Promise<Outcome> {
    const { verb, workspace, onStep } = this.context;
    onStep?.("apply", 0, this.planned.size);
    const options = ["-json", "-input=false", `-lock-timeout=${LOCK_PATIENCE}`];
    workspace.forgetDeployed(this.stack);
    const { code, stderr } = await this.terraform(["apply", ...options, planFile], (event) => {
      if (event.kind === "refused") this.refused.add(event.address);
      if (event.kind !== "applied") return;
      this.applied.add(event.address);
      onStep?.("apply", this.applied.size, this.planned.size);
    });
    if (code !== 0) {
      this.explain(stderr);
      return "failed";
    }
    if (verb === "deploy") workspace.recordDeployed(this.stack);
    return verb === "deploy" ? "deployed" : "destroyed";
  }

  /** What a plan without changes means. */
  private settled(planned: "nothing" | "failed"): Outcome {
    if (planned === "failed") return "failed";
    if (this.context.verb === "deploy") this.context.workspace.recordDeployed(this.stack);
    return "unchanged";
  }

  private async terraform(args: readonly string[], onEvent?: (event: TerraformEvent) => void) {
    const { terraform, env, stop, workspace } = this.context;
    const onLine = (line: string): void => {
      const event = parseEvent(line);
      if (event?.kind === "remark") this.note(event.remark);
      else if (event !== undefined) onEvent?.(event);
    };
    return runTerraform(terraform.command, args, {
      directory: this.folder,
      env: {
        ...this.json?.placeholders(),
        ...env,
        ...workspace.variables,
        TF_IN_AUTOMATION: "1",
        TF_WORKSPACE: "default",
      },
      ...(onEvent === undefined ? {} : { onLine }),
      ...(stop === undefined ? {} : { stop }),
    });
  }

  /** Terraform repeats at apply what it said at plan. */
  private note(remark: Remark): void {
    const text = JSON.stringify(remark);
    if (!this.remarks.some((known) => JSON.stringify(known) === text)) this.remarks.push(remark);
  }

  /** A failure without any word in the machine-readable output: Terraform crashed, was killed, or has no such output. */
  private explain(stderr: string): void {
    if (this.remarks.some(({ severity }) => severity === "error")) return;
    const interrupted = { severity: "error", summary: "interrupted", detail: "" } as const;
    this.remarks.push(this.context.stop?.aborted === true ? interrupted : remarkFrom(stderr));
  }

  private locatedRemarks(): StackRemark[] {
    const remarks = this.remarks.map((remark) => this.located(remark));
    const lost = remarks.filter(({ severity, address }) => severity === "error" && address === undefined);
    const named = new Set(remarks.map(({ address }) => address));
    const [only, ...others] = [...this.refused].filter((address) => !named.has(address));
    // What a provider says of a deletion comes without an address; which resource it is can still be told when it is one.
    if (lost.length !== 1 || only === undefined || others.length > 0) return remarks;
    return remarks.map((remark) =>
      remark === lost[0] ? this.located({ ...remark, address: only }) : remark,
    );
  }

  private located(remark: Remark): StackRemark {
    const addresses = remark.address === undefined ? addressesIn(remark.detail) : [remark.address];
    for (const address of addresses) {
      const constructPath = this.json?.constructPath(address);
      if (constructPath !== undefined) return { ...remark, address, constructPath };
    }
    return remark;
  }
}

/** OpenTofu warns of its own settings before the document. */
const documentIn = (shown: string): string => shown.slice(Math.max(0, shown.search(/^\{/m)));

/** What may be the address of a resource in a text: some messages of Terraform name it nowhere else. */
const addressesIn = (text: string): readonly string[] => text.match(/\b[a-z]\w*\.[\w-]+/g) ?? [];
