import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const REPOSITORY = join(__dirname, "..", "..");

/** What a platform engineer writes who has no manifests: a domain in TypeScript. */
const APP = `
import { App } from "cdktf";
import { DomainStack, localState, type MeshEnvironment } from "meshwright";

const dev: MeshEnvironment = {
  site: { organisation: "acme", environment: "dev", account: "111122223333", region: "eu-central-1" },
  protected: false,
  kafka: { authentication: "mtls", bootstrapServers: ["broker:9093"], deniesByDefault: true, replicationFactor: 1 },
  postgres: { host: "database", database: "mesh", authentication: "password", adminUser: "admin" },
};

const app = new App();
new DomainStack(app, "payments", {
  environment: dev,
  state: localState(),
  domain: "payments",
  owner: { team: "payments", email: "payments@acme.example" },
  products: [{ product: "payment-settled", major: 1, topic: { partitions: 3 }, bucket: { retentionDays: 30 }, schema: true }],
});
app.synth();
`;

const TSCONFIG = {
  compilerOptions: {
    module: "Node16",
    moduleResolution: "Node16",
    target: "ES2022",
    strict: true,
    skipLibCheck: true,
    types: [],
  },
};

interface Manifest {
  readonly devDependencies: Record<string, string>;
  readonly peerDependencies: Record<string, string>;
}

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

describe("the package, installed into an empty project", () => {
  const folder = mkdtempSync(join(tmpdir(), "meshwright-package-"));
  const project = join(folder, "project");
  const run = (cwd: string, command: string, ...args: string[]) =>
    execFileSync(command, args, { cwd, encoding: "utf8" });
  let packed: Packed;

  beforeAll(() => {
    // Packed without scripts, from output compiled here: the tarball holds these sources and nothing older.
    run(REPOSITORY, process.execPath, require.resolve("typescript/bin/tsc"), "-p", "tsconfig.build.json");
    const [info] = JSON.parse(
      run(REPOSITORY, "npm", "pack", "--json", "--ignore-scripts", "--pack-destination", folder),
    ) as [Packed];
    packed = info;

    const { devDependencies, peerDependencies } = JSON.parse(
      readFileSync(join(REPOSITORY, "package.json"), "utf8"),
    ) as Manifest;
    const peers = Object.keys(peerDependencies).map((name) => `${name}@${devDependencies[name]}`);
    mkdirSync(project);
    writeFileSync(join(project, "package.json"), JSON.stringify({ name: "payments", private: true }));
    writeFileSync(join(project, "app.ts"), APP);
    writeFileSync(join(project, "tsconfig.json"), JSON.stringify(TSCONFIG));
    run(
      project,
      "npm",
      "install",
      join(folder, info.filename),
      ...peers,
      "--prefer-offline",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
    );
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("holds compiled code with its types, schemas and the usual pages, and nothing else", () => {
    const others = packed.files
      .map(({ path }) => path)
      .filter((path) => !/^dist\/(index|(src|constructs|stacks)\/[\w./-]+)\.(js|d\.ts)$/.test(path))
      .sort();

    expect(others).toEqual([
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "action.yml",
      "package.json",
      "schemas/domain.schema.json",
      "schemas/mesh.schema.json",
      "schemas/product.schema.json",
      "schemas/review.schema.json",
    ]);
  });

  test("brings no second copy of the framework, in which Aspects would silently do nothing", () => {
    const tree = run(project, "npm", "ls", "cdktf", "constructs", "--all", "--parseable");
    const copies = tree
      .trim()
      .split("\n")
      .filter((path) => /node_modules\/(cdktf|constructs)$/.test(path));

    expect(copies.map((path) => path.split("node_modules/").pop()).sort()).toEqual(["cdktf", "constructs"]);
  });

  test("compiles and synthesises a domain from twenty lines of TypeScript", () => {
    run(project, process.execPath, require.resolve("typescript/bin/tsc"), "-p", ".");
    run(project, process.execPath, "app.js");

    const stack = JSON.parse(
      readFileSync(join(project, "cdktf.out", "stacks", "payments", "cdk.tf.json"), "utf8"),
    ) as {
      resource: { kafka_topic: Record<string, { name: string; partitions: number }> };
    };
    expect(Object.values(stack.resource.kafka_topic)).toEqual([
      expect.objectContaining({ name: "payments.payment-settled.v1", partitions: 3 }),
    ]);
  });

  test("has a command line that answers", () => {
    expect(run(project, join(project, "node_modules", ".bin", "meshwright"), "--help")).toContain(
      "meshwright",
    );
  });
});
