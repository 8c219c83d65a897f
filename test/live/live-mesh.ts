import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { runStacks } from "../../src/deploy/run-stacks";
import { StackJson } from "../../src/deploy/stack-json";
import { selectForDeploy, selectForDestroy } from "../../src/deploy/select-stacks";
import { stacksIn } from "../../src/deploy/stacks-in";
import type { RunReport, Verb } from "../../src/deploy/report";
import { findTerraform, type Terraform } from "../../src/deploy/terraform";
import { OfflineWorkspace } from "../../src/deploy/workspace";
import { withEngine } from "../../src/offline/run";
import { Simulation } from "../../src/offline/simulation";
import { World } from "../../src/offline/world";
import { synthMesh } from "../../src/synth";
import { offlineFolder } from "../../src/synth/settings";
import type { LiveServers } from "../support/live-servers";
import { SHOP, TODAY } from "../support/shop";
import { migratorLoginName } from "../../src/names";
import { loginsOf, type Login, type Logins, type StackResources } from "./logins";

const ENVIRONMENT = "dev";

/** How often a run is tried whose stacks have met in a deadlock. */
const MOST_ATTEMPTS = 3;

interface MeshFile {
  readonly environments: readonly {
    readonly name: string;
    readonly kafka: object;
    readonly postgres: object;
  }[];
}

/** The shop mesh, deployed to real Kafka and PostgreSQL servers; AWS alone is simulated. */
export class LiveMesh {
  private readonly folder = mkdtempSync(join(tmpdir(), "mw-live-"));
  private readonly workspace = new OfflineWorkspace(this.folder, ENVIRONMENT);
  private readonly world = World.open(this.workspace.worldFile);
  private terraform?: Terraform;

  constructor(private readonly servers: LiveServers) {
    const root = join(this.folder, "mesh");
    cpSync(SHOP, root, { recursive: true });
    pointAt(join(root, "mesh.yaml"), servers);
    const { stacks, check } = synthMesh({
      ...{ root, today: TODAY, environment: ENVIRONMENT },
      outdir: this.workspace.outdir,
      offlineDirectory: offlineFolder(this.folder),
    });
    if (stacks === undefined) throw new Error(`the shop has findings: ${JSON.stringify(check)}`);
  }

  /** Every stack, in the order of their deployment. */
  get stacks(): string[] {
    return [...stacksIn(this.workspace.outdir).keys()];
  }

  /** The names of all topics. */
  get topics(): string[] {
    return this.resources.flatMap(([, { resource }]) =>
      Object.values(resource.kafka_topic ?? {}).map(({ name }) => name),
    );
  }

  /** All schemas, each with the login that may create in it. */
  get schemas(): Map<string, string> {
    return new Map(
      this.resources.flatMap(([stack, { resource }]) =>
        Object.values(resource.postgresql_schema ?? {}).map(
          ({ name }) => [name, migratorLoginName(stack)] as const,
        ),
      ),
    );
  }

  get logins(): Logins {
    const all = this.resources.map(([stack, resources]) => loginsOf(stack, resources));
    return { kafka: all.flatMap(({ kafka }) => kafka), postgres: all.flatMap(({ postgres }) => postgres) };
  }

  /** The text of a login's secret, as the simulated AWS tells it. */
  async password({ secretId }: Login): Promise<string> {
    const [aws] = this.aws();
    const opened = await aws?.openEphemeral("aws_secretsmanager_secret_version", { secret_id: secretId });
    return (opened?.result as { secret_string: string }).secret_string;
  }

  /**
   * Plans, deploys or destroys all stacks; again when PostgreSQL has ended a deadlock. From version 16 on a role's maker
   * is a member of it, and the provider locks a role's members in no order: what one stack waits for another may hold.
   * Terraform goes on where it was.
   */
  async run(verb: Verb): Promise<RunReport> {
    for (let attempt = 1; ; attempt++) {
      const report = await this.runOnce(verb);
      if (attempt === MOST_ATTEMPTS || !hasDeadlockAlone(report)) return report;
    }
  }

  private async runOnce(verb: Verb): Promise<RunReport> {
    this.terraform ??= await findTerraform(process.env);
    const stacks = { after: stacksIn(this.workspace.outdir), isDeployed: () => true };
    const order = verb === "destroy" ? selectForDestroy(stacks, []) : selectForDeploy(stacks, []);
    const { terraform } = this;
    return withEngine({ providers: this.aws() }, ({ environment }) =>
      runStacks({
        ...{ order, verb, workspace: this.workspace, terraform, parallelism: 2 },
        env: { ...process.env, ...this.credentials(), ...environment },
      }),
    );
  }

  /** Removes what is on this machine's disk. */
  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get resources(): (readonly [stack: string, StackResources])[] {
    return this.stacks.map((stack) => {
      const file = join(this.workspace.stackFolder(stack), "cdk.tf.json");
      return [stack, JSON.parse(readFileSync(file, "utf8")) as StackResources] as const;
    });
  }

  private credentials(): Record<string, string> {
    const { kafka, postgres } = this.servers;
    return {
      TF_VAR_kafka_username: kafka.username,
      TF_VAR_kafka_password: kafka.password,
      TF_VAR_postgres_admin_password: postgres.password,
    };
  }

  private aws() {
    const types = this.stacks.flatMap((stack) => new StackJson(this.workspace.stackFolder(stack)).types);
    const simulation = new Simulation(new Set(types.filter((type) => type.startsWith("aws_"))));
    return simulation.providers(this.world).filter(({ schema }) => schema.source.endsWith("/aws"));
  }
}

/** True when stacks have failed, and all of them by a deadlock. */
function hasDeadlockAlone({ stacks }: RunReport): boolean {
  const failures = stacks.filter(({ outcome }) => outcome === "failed");
  return (
    failures.length > 0 &&
    failures.every(({ remarks }) =>
      remarks
        .filter(({ severity }) => severity === "error")
        .every(({ summary, detail }) => `${summary} ${detail}`.includes("deadlock detected")),
    )
  );
}

/** Writes the servers into the mesh's file. */
function pointAt(file: string, { kafka, postgres }: LiveServers): void {
  const mesh = parse(readFileSync(file, "utf8")) as MeshFile;
  const environments = mesh.environments
    .filter(({ name }) => name === ENVIRONMENT)
    .map((environment) => ({
      ...environment,
      kafka: {
        ...environment.kafka,
        bootstrapServers: [`${kafka.host}:${kafka.port}`],
        tls: kafka.tls,
      },
      postgres: {
        ...environment.postgres,
        ...{ host: postgres.host, port: postgres.port, database: postgres.database },
        ...{ adminUser: postgres.username, sslMode: postgres.sslMode },
      },
    }));
  writeFileSync(file, stringify({ ...mesh, environments }));
}
