import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { identifier, stateKey } from "../names";
import { offlineFolder } from "../synth/settings";

/** The files of one environment that is deployed to simulated providers, below `.meshwright/offline`. */
export class OfflineWorkspace {
  /** `.meshwright/offline/dev`. */
  readonly folder: string;
  /** The framework's output folder for these runs: the user's own stays as it is. */
  readonly outdir: string;
  readonly worldFile: string;
  /** Names the run that is under way. */
  readonly runFile: string;
  private readonly stateFolder: string;

  /**
   * @param directory absolute path of the folder that `.meshwright` is in
   * @throws NameError when `environment` is no name.
   */
  constructor(
    directory: string,
    readonly environment: string,
  ) {
    identifier("environment", environment);
    this.stateFolder = offlineFolder(directory);
    this.folder = join(this.stateFolder, environment);
    this.outdir = join(this.folder, "cdktf.out");
    this.worldFile = join(this.folder, "world.json");
    this.runFile = join(this.folder, "run");
  }

  /**
   * The variables that keep Terraform's own folder beside a stack's JSON apart from the real one, `.terraform`, and from
   * other environments': it remembers where the state is, and would offer to move it.
   */
  get variables(): Readonly<Record<string, string>> {
    return { MESHWRIGHT_OFFLINE: "1", TF_DATA_DIR: `.terraform-offline/${this.environment}` };
  }

  /** Where a stack's JSON is, and Terraform works. */
  stackFolder(stack: string): string {
    return join(this.outdir, "stacks", stack);
  }

  stateFile(stack: string): string {
    return join(this.stateFolder, `${stateKey(this.environment, stack)}.tfstate`);
  }

  /** The last plan of a stack that had something to do, as `terraform show -json` tells it. */
  planFile(stack: string): string {
    return join(this.folder, "plans", `${stack}.json`);
  }

  /** True when the stack was deployed from the very JSON that is there now, and its state is there. */
  isDeployed(stack: string): boolean {
    return existsSync(this.stateFile(stack)) && readOr(this.recordFile(stack), "") === this.digestOf(stack);
  }

  /** Remembers that the stack is deployed as it is. */
  recordDeployed(stack: string): void {
    const file = this.recordFile(stack);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, this.digestOf(stack));
  }

  /** Forgets that the stack was deployed. */
  forgetDeployed(stack: string): void {
    rmSync(this.recordFile(stack), { force: true });
  }

  private recordFile(stack: string): string {
    return join(this.folder, "deployed", stack);
  }

  private digestOf(stack: string): string {
    return createHash("sha256")
      .update(readOr(join(this.stackFolder(stack), "cdk.tf.json"), ""))
      .digest("hex");
  }
}

function readOr(file: string, otherwise: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return otherwise;
  }
}
