import { spawn } from "node:child_process";
import { join } from "node:path";
import type { LiveKafka } from "../support/live-servers";

const WORKER = join(__dirname, "kafka-worker.mjs");

/** `allowed`, `refused`, or in words what else went wrong. */
export type Verdict = string;

/** Verdicts by topic. */
export type Verdicts = Readonly<Record<string, Verdict>>;

/** What a cluster holds besides its own. */
export interface KafkaInventory {
  readonly topics: readonly string[];
  readonly acls: readonly string[];
  readonly quotas: readonly string[];
}

/** One principal at a broker, with a real client in a process of its own. */
export class KafkaClient {
  constructor(
    private readonly broker: Pick<LiveKafka, "host" | "port" | "tls">,
    readonly username: string,
    private readonly password: string,
  ) {}

  /** Sends a record to each topic. */
  produce(topics: readonly string[]): Promise<Verdicts> {
    return this.ask({ action: "produce", topics });
  }

  /** Waits for a record of each topic as a member of the group. */
  consume(topics: readonly string[], group: string): Promise<Verdicts> {
    return this.ask({ action: "consume", topics, group });
  }

  /** Makes topics. */
  createTopics(topics: readonly string[]): Promise<Verdicts> {
    return this.ask({ action: "createTopic", topics });
  }

  /** Forgets the groups whose names end so. */
  deleteGroups(suffix: string): Promise<readonly string[]> {
    return this.ask({ action: "deleteGroups", suffix });
  }

  /** Shows its password. */
  logIn(): Promise<Verdict> {
    return this.ask({ action: "login" });
  }

  inventory(): Promise<KafkaInventory> {
    return this.ask({ action: "inventory" });
  }

  private ask<Answer>(task: object): Promise<Answer> {
    const { broker, username, password } = this;
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [WORKER], { stdio: ["pipe", "pipe", "pipe"] });
      let [output, problems] = ["", ""];
      child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
      child.stderr.on("data", (chunk: Buffer) => (problems += chunk.toString()));
      child.once("error", reject);
      child.once("close", (code) => {
        if (code === 0) resolve(JSON.parse(output) as Answer);
        else reject(new Error(`the Kafka client of ${username} ended with ${code}: ${problems}`));
      });
      child.stdin.end(JSON.stringify({ ...task, broker, username, password }));
    });
  }
}
