import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { credentialPlaceholders } from "../../../src/deploy/command/placeholders";
import type { Order } from "../../../src/deploy/schedule";
import { stacksIn } from "../../../src/deploy/stacks-in";
import { OfflineWorkspace } from "../../../src/deploy/workspace";
import { withEngine } from "../../../src/offline/run";
import { Simulation, simulatedTypes } from "../../../src/offline/simulation";
import { World } from "../../../src/offline/world";
import { offlineFolder, synthMesh } from "../../../src/synth";
import { runTerraform, type TerraformRun } from "../../../src/deploy/terraform";
import { planShown, type Plan } from "./plan";
import { listening } from "./secrets";
import { StackDocument } from "./stack-document";

/** The day of all these tests. */
export const TODAY = "2026-11-20";

const SHOP = join(__dirname, "..", "..", "..", "examples", "shop");

let simulation: Simulation | undefined;

const open: Deployment[] = [];

afterAll(async () => {
  for (const deployment of open.splice(0)) await deployment.close();
});

/** A mesh in a folder of its own, its stacks, and the engine under the real Terraform that deploys them. */
export class Deployment {
  private readonly workspace: OfflineWorkspace;
  private readonly initialised = new Set<string>();
  /** Every secret that the engine has told Terraform. */
  readonly secrets = new Set<string>();
  readonly world: World;
  private environment: Readonly<Record<string, string>> = {};
  private stop: () => Promise<void> = () => Promise.resolve();

  private constructor(
    readonly folder: string,
    readonly name: string,
  ) {
    this.workspace = new OfflineWorkspace(folder, name);
    this.world = World.open(this.workspace.worldFile);
  }

  /** A copy of the shop, synthesised for an environment, with nothing deployed. */
  static async ofShop(name = "dev"): Promise<Deployment> {
    const folder = temporaryFolder();
    cpSync(SHOP, join(folder, "mesh"), { recursive: true });
    const deployment = await new Deployment(folder, name).started();
    deployment.synth();
    return deployment;
  }

  /** An empty environment, for stacks made by hand. */
  static async ofNothing(): Promise<Deployment> {
    return new Deployment(temporaryFolder(), "dev").started();
  }

  /** The same mesh, states and world once more. What happens to the copy does not happen to this. */
  async copy(): Promise<Deployment> {
    await this.world.settle();
    const folder = temporaryFolder();
    cpSync(this.folder, folder, { recursive: true });
    const copy = await new Deployment(folder, this.name).started();
    for (const stack of this.initialised) copy.initialised.add(stack);
    return copy;
  }

  async close(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Writes the stacks anew from the manifests. */
  synth(): void {
    const { outdir } = this.workspace;
    const { check, stacks, failures } = synthMesh({
      ...{ root: this.meshFolder, outdir, environment: this.name, today: TODAY },
      offlineDirectory: offlineFolder(this.folder),
    });
    if (stacks === undefined) throw new Error(JSON.stringify([check.findings, failures]));
  }

  get meshFolder(): string {
    return join(this.folder, "mesh");
  }

  /** Every stack with those to deploy before it. */
  get stacks(): Order {
    return stacksIn(this.workspace.outdir);
  }

  get worldFile(): string {
    return this.workspace.worldFile;
  }

  stackFolder(stack: string): string {
    return this.workspace.stackFolder(stack);
  }

  stateFile(stack: string): string {
    return this.workspace.stateFile(stack);
  }

  /** The JSON of a stack as it is now. */
  document(stack: string): StackDocument {
    return StackDocument.parse(readFileSync(this.jsonFile(stack), "utf8"));
  }

  /** Writes a stack by hand. */
  write(stack: string, document: StackDocument): void {
    mkdirSync(this.stackFolder(stack), { recursive: true });
    writeFileSync(this.jsonFile(stack), JSON.stringify(document.json));
  }

  /** Plans a stack with its JSON changed by hand, and puts back what was there. */
  async planEdited(stack: string, edit: (document: StackDocument) => void): Promise<Plan> {
    const before = readFileSync(this.jsonFile(stack), "utf8");
    const document = StackDocument.parse(before);
    edit(document);
    this.write(stack, document);
    try {
      return await this.plan(stack);
    } finally {
      writeFileSync(this.jsonFile(stack), before);
    }
  }

  /** Runs Terraform on a stack. */
  terraform(stack: string, ...args: string[]): Promise<TerraformRun> {
    return runTerraform("terraform", [...args, "-no-color"], {
      directory: this.stackFolder(stack),
      env: {
        ...process.env,
        ...credentialPlaceholders(),
        ...this.environment,
        ...this.workspace.variables,
        TF_IN_AUTOMATION: "1",
      },
    });
  }

  /** Applies a stack. */
  async apply(stack: string, ...args: string[]): Promise<TerraformRun> {
    await this.init(stack);
    return this.terraform(stack, "apply", "-auto-approve", "-input=false", ...args);
  }

  /** Applies a stack. @throws Error when Terraform cannot. */
  async deploy(stack: string): Promise<void> {
    expectSuccess(stack, await this.apply(stack));
  }

  /** Deploys stacks one after the other. */
  async deployAll(stacks: Iterable<string>): Promise<void> {
    for (const stack of stacks) await this.deploy(stack);
  }

  /** Plans a stack. @throws Error when Terraform cannot. */
  async plan(stack: string, ...args: string[]): Promise<Plan> {
    await this.init(stack);
    const file = "test.tfplan";
    const planned = await this.terraform(
      ...[stack, "plan", "-input=false", "-detailed-exitcode", `-out=${file}`],
      ...args,
    );
    if (planned.code === 1) throw new Error(`${stack}: no plan:\n${planned.stdout}${planned.stderr}`);
    return planShown(expectSuccess(stack, await this.terraform(stack, "show", "-json", file)));
  }

  /** The exit code of a plan: 2 when there is something to change. */
  async planOnly(stack: string): Promise<number> {
    await this.init(stack);
    return (await this.terraform(stack, "plan", "-input=false", "-detailed-exitcode")).code;
  }

  private async init(stack: string): Promise<void> {
    if (this.initialised.has(stack)) return;
    expectSuccess(stack, await this.terraform(stack, "init", "-input=false", "-reconfigure"));
    this.initialised.add(stack);
  }

  private jsonFile(stack: string): string {
    return join(this.stackFolder(stack), "cdk.tf.json");
  }

  private async started(): Promise<this> {
    simulation ??= new Simulation(simulatedTypes());
    const providers = simulation.providers(this.world).map((each) => listening(each, this.secrets));
    open.push(this);
    await new Promise<void>((resolve, reject) => {
      const ended = withEngine({ providers }, ({ environment }) => {
        this.environment = environment;
        resolve();
        return new Promise<void>((end) => (this.stop = () => (end(), ended)));
      });
      ended.catch(reject);
    });
    return this;
  }
}

function expectSuccess(stack: string, { code, stdout, stderr }: TerraformRun): string {
  if (code === 0) return stdout;
  throw new Error(`${stack}: Terraform ended with ${code}:\n${stdout}${stderr}`);
}

const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), "mw-e2e-"));
