import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NO_ENVIRONMENT } from "../../../src/deploy/command/place";
import { OfflineWorkspace } from "../../../src/deploy/workspace";
import { World } from "../../../src/offline/world";
import { sourceWords } from "../../support/source-process";
import { knownBy, thingsIn } from "./compare";

const COMMAND = ["offline", "--", "terraform", "apply", "-auto-approve", "-input=false", "-json"];
const WORDS = [...sourceWords("src/cli/meshwright.ts"), ...COMMAND];

/** When to kill a deployment: so many milliseconds after so many lines of its output. */
export interface KillPoint {
  readonly lines: number;
  readonly thenMs: number;
}

/** How a deployment is run. */
export interface DeployOptions {
  readonly kill?: KillPoint;
  readonly user?: number;
}

/** How a deployment ended; without a code when it was killed. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The folder's name is the stack's: a copy with another name would be another stack. */
const STACK = "small";

/** A configuration of Terraform in a folder of its own, deployed by `meshwright offline -- terraform apply`. */
export class SmallDeploy {
  private readonly workspace: OfflineWorkspace;

  private constructor(readonly folder: string) {
    this.workspace = new OfflineWorkspace(folder, NO_ENVIRONMENT);
  }

  /** A new one, or one that starts where another is. */
  static from(start?: SmallDeploy): SmallDeploy {
    const parent = mkdtempSync(join(tmpdir(), "mw-small-"));
    folders.push(parent);
    const folder = join(parent, STACK);
    if (start === undefined) mkdirSync(folder);
    else cpSync(start.folder, folder, { recursive: true });
    return new SmallDeploy(folder);
  }

  get worldFile(): string {
    return this.workspace.worldFile;
  }

  get stateFile(): string {
    return this.workspace.stateFile(STACK);
  }

  get world(): World {
    return World.open(this.worldFile);
  }

  write(configuration: object): this {
    writeFileSync(join(this.folder, "main.tf.json"), JSON.stringify(configuration));
    return this;
  }

  /** Deploys, until the end or until it is killed with all its processes; `user` is who does it. */
  deploy({ kill, user }: DeployOptions = {}): Promise<Ended> {
    const [command = "", ...args] = WORDS;
    return new Promise((resolve, reject) => {
      const child = spawn(command, args, {
        ...{ cwd: this.folder, detached: true, ...(user === undefined ? {} : { uid: user }) },
        stdio: ["ignore", "pipe", "pipe"],
      });
      let output = "";
      let timer: NodeJS.Timeout | undefined;
      const note = (chunk: Buffer) => {
        output += chunk.toString();
        if (kill === undefined || timer !== undefined || output.split("\n").length <= kill.lines) return;
        timer = setTimeout(() => killGroup(child.pid), kill.thenMs);
      };
      child.stdout.on("data", note);
      child.stderr.on("data", note);
      child.once("error", reject);
      child.once("close", (code) => (clearTimeout(timer), resolve({ code, output })));
    });
  }

  /** What its state and its world know. */
  known() {
    return { state: knownBy(this.stateFile), world: [...thingsIn(this.world)] };
  }
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}
