import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simulatedProvider } from "../../../src/offline/behaviour";
import { factsOf, schemaFacts } from "../../../src/offline/facts";
import { UNKNOWN } from "../../../src/offline/model";
import type { Block, Path, ProviderBehaviour, ProviderSchema, Value } from "../../../src/offline/model";
import { providerSchema, type ProviderName } from "../../../src/offline/schema";
import { World, type WorldOptions } from "../../../src/offline/world";

export const SOURCES: Readonly<Record<ProviderName, string>> = {
  aws: "registry.terraform.io/hashicorp/aws",
  kafka: "registry.terraform.io/mongey/kafka",
  postgresql: "registry.terraform.io/cyrilgdn/postgresql",
};

export const ACCOUNT = "111122223333";
export const REGION = "eu-central-1";

const CONFIGS: Readonly<Record<ProviderName, Fields>> = {
  aws: {
    allowed_account_ids: [ACCOUNT],
    region: REGION,
    default_tags: [{ tags: { "mesh:env": "dev" } }],
  },
  kafka: { bootstrap_servers: ["localhost:9092"], kafka_version: "2.8.0" },
  postgresql: { database: "mesh", username: "meshwright", superuser: false },
};

export type Fields = Readonly<Record<string, Value>>;

const folders: string[] = [];

/** A folder that goes when the tests of the file have ended. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "world-"));
  folders.push(folder);
  return folder;
}

afterAll(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

export const temporaryWorld = (options: WorldOptions = {}): World =>
  World.open(join(temporaryFolder(), "dev.world.json"), options);

export function schemaOf(name: ProviderName): ProviderSchema {
  const facts = factsOf(SOURCES[name]);
  return providerSchema(name, facts.resources.keys(), schemaFacts(facts));
}

/** A provider of a stack, configured, with what a person writes turned into what Terraform sends. */
export class Stack {
  readonly provider: ProviderBehaviour;

  constructor(
    name: ProviderName,
    readonly world: World | undefined = undefined,
    config: Fields = {},
  ) {
    const schema = schemaOf(name);
    this.provider = simulatedProvider(schema, factsOf(SOURCES[name]), world);
    this.provider.configure({ ...CONFIGS[name], ...config });
  }

  validate(type: string, config: Fields) {
    return this.provider.validateResource(type, this.filled(type, config));
  }

  plan(type: string, prior: Value, config: Fields) {
    const whole = this.filled(type, config);
    return this.provider.plan(type, prior, proposed(this.block(type), prior, whole), whole);
  }

  /** Plans and applies; throws what the provider refuses. */
  async apply(type: string, config: Fields, prior: Value = null): Promise<Fields> {
    const { planned, diagnostics } = this.plan(type, prior, config);
    if (diagnostics.length > 0) throw new Error(diagnostics.map(({ summary }) => summary).join("\n"));
    const result = await this.provider.apply(type, prior, planned, this.filled(type, config));
    if (result.diagnostics.length > 0)
      throw new Error(result.diagnostics.map(({ summary }) => summary).join("\n"));
    return result.state as Fields;
  }

  /** Deletes; throws what the provider refuses. */
  async destroy(type: string, prior: Value): Promise<void> {
    const result = await this.provider.apply(type, prior, null, null);
    if (result.diagnostics.length > 0)
      throw new Error(result.diagnostics.map(({ summary }) => summary).join("\n"));
  }

  async read(type: string, current: Value): Promise<Fields | null> {
    return (await this.provider.read(type, current)).state as Fields | null;
  }

  private filled(type: string, config: Fields): Fields {
    return complete(this.block(type), config);
  }

  private block(type: string): Block {
    const block = this.provider.schema.resources.get(type);
    if (block === undefined) throw new Error(`no schema of ${type}`);
    return block;
  }
}

/** A configuration with null for what is not written. */
function complete(block: Block, config: Fields): Fields {
  const lost = Object.keys(config).find((name) => !(name in block.attributes) && !(name in block.blocks));
  if (lost !== undefined) throw new Error(`no attribute '${lost}'`);
  return Object.fromEntries([
    ...Object.keys(block.attributes).map((name) => [name, config[name] ?? null] as const),
    ...Object.entries(block.blocks).map(([name, { nesting, block: inner }]) => {
      const value = config[name];
      if (Array.isArray(value)) return [name, value.map((each) => complete(inner, each as Fields))] as const;
      return [name, nesting === "single" ? (value ?? null) : (value ?? [])] as const;
    }),
  ]);
}

/** What Terraform proposes: the configuration, and the prior value of what is computed and not written. */
function proposed(block: Block, prior: Value, config: Fields): Fields {
  const before = (prior ?? {}) as Fields;
  return Object.fromEntries([
    ...Object.entries(block.attributes).map(([name, { computed }]) => {
      const kept = computed && config[name] === null ? (before[name] ?? null) : config[name];
      return [name, kept] as const;
    }),
    ...Object.entries(block.blocks).map(([name, { block: inner, nesting }]) => {
      const value = config[name];
      if (!Array.isArray(value)) return [name, value] as const;
      const priors = Array.isArray(before[name]) ? (before[name] as Value[]) : [];
      const each = (element: Value, index: number) =>
        proposed(inner, nesting === "list" ? priors[index] : undefined, element as Fields);
      return [name, value.map(each)] as const;
    }),
  ]);
}

/** The names of the attributes two states differ in. */
export const changedNames = (before: Fields, after: Value): string[] =>
  Object.keys(before).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify((after as Fields)[name]),
  );

export const pathNames = (paths: readonly Path[]): string[] => paths.map((path) => path.join(".")).sort();

export { UNKNOWN };
