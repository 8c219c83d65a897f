import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { TestRepository } from "../preview/support/test-repository";
import { planText } from "../review/plan/support/plans";
import { meshDir, validMesh } from "../support/mesh-dir";
import { changed, DOMAIN, PRODUCT } from "./support/files";
import { run } from "./support/run";

const ORDERS = "shop-orders-update.json";
const NO_MESH = "owners, readers and contracts are not known, because there is no mesh here";

interface Document {
  readonly verdict: string;
  readonly stacks: readonly { readonly stack: string }[];
  readonly answer: { readonly readiness: string };
  readonly gaps: readonly string[];
}

/** A plan of these changes. */
const planOf = (changes: readonly object[], more: object = {}): string =>
  JSON.stringify({ format_version: "1.2", resource_changes: changes, ...more });

/** A change of one topic. */
function topic(before: object | null, after: object | null): object {
  const actions = before === null ? ["create"] : after === null ? ["delete"] : ["update"];
  return {
    ...{ address: "kafka_topic.it", mode: "managed", type: "kafka_topic", name: "it" },
    ...{ provider_name: "registry.terraform.io/mongey/kafka", change: { actions, before, after } },
  };
}

const TOPIC = { name: "orders.order-placed.v1", partitions: 6, config: { "retention.ms": "86400000" } };
const ACL = {
  ...{ address: "kafka_acl.it", mode: "managed", type: "kafka_acl", name: "it" },
  provider_name: "registry.terraform.io/mongey/kafka",
  change: {
    actions: ["create"],
    before: null,
    after: {
      ...{ acl_principal: "User:traffic.app", acl_host: "*", acl_operation: "Read" },
      ...{ acl_permission_type: "Allow", resource_name: "orders.order-placed.v1", resource_type: "Topic" },
      resource_pattern_type_filter: "Literal",
    },
  },
};

const PLANS = {
  "nothing.json": planOf([]),
  "made.json": planOf([topic(null, TOPIC)]),
  "lost.json": planOf([topic(TOPIC, null)]),
  "broken.json": planOf([topic(TOPIC, { ...TOPIC, partitions: 12 })]),
  "opened.json": planOf([ACL]),
  "errored.json": planOf([topic(null, TOPIC)], { errored: true }),
};

describe("plans made elsewhere", () => {
  test.each([
    ["nothing changes", "nothing", 0],
    ["something is made", "made", 2],
    ["records are lost", "lost", 3],
    ["readers break", "broken", 4],
    ["records are lost, which nobody asks about", "lost --fail-on none", 2],
    ["readers break, which nobody asks about", "broken --fail-on loss,access", 2],
    ["somebody gets access, which stops nothing unasked", "opened", 2],
    ["somebody gets access, which somebody asks about", "opened --fail-on access", 5],
    ["a plan stopped half-way", "errored --fail-on none", 1],
  ])("when %s, end with their code", async (_what, words, expected) => {
    const [name = "", ...options] = words.split(" ");
    const cwd = meshDir(PLANS);

    const { code, stderr } = await run(cwd, ["review", "--plan", `orders=${name}.json`, ...options]);

    expect({ code, stderr }).toEqual({ code: expected, stderr: "" });
  });

  test("need neither a mesh nor a repository nor Terraform", async () => {
    const { stdout } = await run(meshDir(PLANS), "review --plan orders=made.json --format json", {
      env: { PATH: "/nowhere", TERRAFORM_BINARY_NAME: "/no/such/terraform" },
    });

    const { verdict, stacks, gaps, answer } = JSON.parse(stdout) as Document;
    expect({ verdict, stacks: stacks.map(({ stack }) => stack) }).toEqual({
      verdict: "additive",
      stacks: ["orders"],
    });
    expect({ gaps, ...answer }).toMatchObject({ gaps: [NO_MESH], readiness: "unknown" });
  });

  test("of several stacks are one answer, a file without a name of its own is called after its stack", async () => {
    const words = "review --plan users=made.json --plan lost.json --plan erp=nothing.json --format json";

    const { code, stdout } = await run(meshDir(PLANS), words);

    const { stacks } = JSON.parse(stdout) as Document;
    expect(stacks.map(({ stack }) => stack)).toEqual(["lost", "users"]);
    expect(code).toBe(3);
  });

  test.each(["utf16le", "utf8"] as const)("may be written in %s, as PowerShell does", async (encoding) => {
    const cwd = meshDir({ "plan.json": Buffer.from(`\ufeff${planText(ORDERS)}`, encoding) });
    const plain = meshDir({ "plan.json": planText(ORDERS) });

    const { code, stdout } = await run(cwd, "review --plan orders=plan.json");

    expect(code).toBe(4);
    expect(stdout).toBe((await run(plain, "review --plan orders=plan.json")).stdout);
  });

  test("come from standard input, too", async () => {
    const input = () => Promise.resolve(Buffer.from(PLANS["lost.json"]));
    const cwd = meshDir(PLANS);

    const { code, stdout } = await run(cwd, "review --plan erp=made.json --plan orders=-", { input });

    expect(code).toBe(3);
    expect(stdout).toMatch(/^⛔ data loss: plans\/any\n/);
  });

  test.each([
    ["--plan orders=none.json", "there is no file 'none.json', the plan of 'orders'"],
    ["--plan orders=.", "'.', the plan of 'orders', is a folder"],
    ["--plan =made.json", "'=made.json' does not name its stack; write orders=made.json"],
    ["--plan -", "'-' does not name its stack; write orders=-"],
    ["--plan a=- --plan b=-", "standard input is the plan of one stack; name files for the others"],
    [
      "--plan orders=made.json --plan orders=lost.json --plan x=none.json",
      "stack 'orders' has two plans; a plan is for one stack; there is no file 'none.json', the plan of 'x'",
    ],
  ])("named as %s could not be read", async (words, message) => {
    expect(await run(meshDir(PLANS), `review ${words}`)).toEqual({
      code: 1,
      stdout: "",
      stderr: `error: ${message}\n`,
    });
  });

  test("have to be plans", async () => {
    const cwd = meshDir({ "cdk.tf.json": '{"//":{},"terraform":{},"resource":{}}' });

    expect(await run(cwd, "review --plan orders=cdk.tf.json --output a.md")).toEqual({
      code: 1,
      stdout: "",
      stderr:
        "error: plan of orders: this is Terraform configuration, as `cdktf synth` writes it to cdk.tf.json, and not yet planned; in its folder run: terraform plan -out=plan.tfplan && terraform show -json plan.tfplan > plan.json\n",
    });
    expect(readdirSync(cwd)).toEqual(["cdk.tf.json"]);
  });

  test("of standard input that is empty are none", async () => {
    const { code, stderr } = await run(meshDir({}), "review --plan orders=-");

    expect(stderr).toMatch(/^error: plan of orders: the file is empty; what is needed is the saved plan/);
    expect(code).toBe(1);
  });

  test("belong to the mesh that is named, or to none that is not", async () => {
    const cwd = meshDir({ ...PLANS, "examples/shop/README.md": "" });
    const words = "review --plan orders=made.json";

    expect((await run(cwd, words)).code).toBe(2);
    for (const there of [
      await run(cwd, `${words} --mesh nowhere`),
      await run(cwd, words, { env: { MESHWRIGHT_MESH: "nowhere" } }),
    ]) {
      expect(there.code).toBe(1);
      expect(there.stderr).toMatch(/^error: there is no mesh\.yaml in 'nowhere'; /);
    }
  });
});

describe("the answer", () => {
  const FORMS = { markdown: ".md", json: ".json", sarif: ".sarif", html: ".html" };
  const BEGINNINGS = {
    ...{ ".md": "<!-- meshwright:review id=shop/dev ", ".json": "{\n", ".sarif": "{\n" },
    ".html": "<!doctype html>",
  };

  test("goes to files of every form and, the same, to the output", async () => {
    const { folder: cwd } = new TestRepository({ ...validMesh(), ...PLANS });
    const words = "review --plan orders=lost.json";
    const files = Object.values(FORMS).map((ending) => `answer${ending}`);

    const all = await run(cwd, `${words} ${files.map((file) => `--output ${file}`).join(" ")}`);

    expect(all.code).toBe(3);
    expect(all.stdout).toMatch(/^⛔ data loss: shop\/dev\n/);
    expect(all.stderr).toBe(files.map((file) => `wrote ${file}\n`).join(""));
    for (const [form, ending] of Object.entries(FORMS)) {
      const text = readFileSync(join(cwd, `answer${ending}`), "utf8");
      const { stdout } = await run(cwd, `${words} --format ${form}`);
      expect(text.toLowerCase().startsWith(BEGINNINGS[ending as keyof typeof BEGINNINGS])).toBe(true);
      expect(stdout.trimEnd()).toBe(text.trimEnd());
    }
  });

  test("has paths of manifests from where it is asked for", async () => {
    const it = new TestRepository({ "mesh/mesh.yaml": "kind: [", "plan.json": PLANS["made.json"] });

    const { stdout } = await run(it.folder, "review --plan orders=plan.json --mesh mesh --format sarif");

    expect(stdout).toContain('"uri": "mesh/mesh.yaml"');
  });

  test.each([
    [
      "--output review.txt",
      "'review.txt' says no form of a review; let its name end in .md, .json, .sarif, .html",
    ],
    ["--output out/review.md", "'out/review.md' cannot be written: there is no folder 'out'"],
    [
      "--fail-on loss,all",
      "option '--fail-on <gates>' argument 'loss,all' is invalid. 'all' is none of loss, breaking, access, unknown; 'none' stands alone.",
    ],
    [
      "--fail-on breaking,none",
      "option '--fail-on <gates>' argument 'breaking,none' is invalid. 'none' stands alone: with it, nothing stops.",
    ],
    [
      "--format text",
      "option '--format <format>' argument 'text' is invalid. Allowed choices are human, markdown, json, sarif, html.",
    ],
    [
      "--accept loss:1",
      "option '--accept <hash>' argument 'loss:1' is invalid. It must be 'loss:' or 'breaks:' and 16 hexadecimal digits, as a review prints it.",
    ],
    [
      "--parallelism 0",
      "option '--parallelism <n>' argument '0' is invalid. It must be a whole number from 1.",
    ],
  ])("is not given with %s", async (words, message) => {
    const { code, stdout, stderr } = await run(meshDir(PLANS), `review --plan orders=made.json ${words}`);

    expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: "", stderr: `error: ${message}\n` });
  });

  test("is not given at all when it would show a secret, in no form", async () => {
    const secret = "correct-horse-battery";
    const { folder: cwd } = new TestRepository({
      ...validMesh(changed(DOMAIN, "team: order-management", `team: ${secret}`)),
      "plan.json": planOf([topic(null, { ...TOPIC, password: secret })]),
    });
    const leak = await run(cwd, "review --plan orders=plan.json --output a.json --output a.md");

    expect(leak).toEqual({
      code: 1,
      stdout: "",
      stderr: "error: the review would show a secret of one of the plans; nothing was written\n",
    });
    expect(existsSync(join(cwd, "a.json")) || existsSync(join(cwd, "a.md"))).toBe(false);
  });

  test("does not change with the order of options, nor from one time to the next", async () => {
    const cwd = meshDir(PLANS);
    const one = await run(cwd, "review --plan a=lost.json --plan b=nothing.json --format json");

    const other = await run(cwd, "review --format json --plan a=lost.json --plan b=nothing.json");

    expect(other.stdout).toBe(one.stdout);
  });
});

describe("a loss", () => {
  test("is accepted by its hash, and by no other", async () => {
    const { folder: cwd } = new TestRepository({ ...validMesh(), ...PLANS });
    const words = "review --plan orders=lost.json";
    const { stdout } = await run(cwd, words);
    const [hash = ""] = /loss:[0-9a-f]{16}/.exec(stdout) ?? [];

    expect(hash).not.toBe("");
    expect((await run(cwd, `${words} --accept loss:0123456789abcdef`)).code).toBe(3);
    expect((await run(cwd, `${words} --accept ${hash}`)).code).toBe(2);
  });
});

describe("a working tree", () => {
  test("has to be in a repository", async () => {
    const { code, stdout, stderr } = await run(meshDir(validMesh()), "review", { env: process.env });

    expect(stderr).toBe(
      "error: the mesh is in no git repository, so there is nothing to compare with; make one of its folder (git init, git add --all, git commit) before you change it, or review plans made elsewhere with --plan\n",
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  });

  test("needs Terraform, and says in one sentence what to install", async () => {
    const { folder } = new TestRepository(validMesh());

    const { code, stderr } = await run(folder, "review", { env: { PATH: "/nowhere" } });

    expect(stderr).toBe(
      "error: Terraform was not found: there is no 'terraform' nor 'tofu' in PATH (/nowhere); install Terraform 1.11 or OpenTofu 1.11 or later, or name the program in TERRAFORM_BINARY_NAME\n",
    );
    expect(code).toBe(1);
  });

  test("that equals its base changes nothing", async () => {
    const { folder } = new TestRepository(validMesh());

    const { code, stdout, stderr } = await run(folder, "review", { env: process.env });

    expect(stdout).toMatch(/^⚪ no change: shop\/dev\n/);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  test("that loses records is told so by the real Terraform", async () => {
    const { folder } = new TestRepository(validMesh());
    const { [PRODUCT]: shorter = "" } = changed(PRODUCT, "retention: 7d", "retention: 3d");
    writeFileSync(join(folder, PRODUCT), shorter);

    const { code, stdout, stderr } = await run(folder, "review --base main", {
      env: process.env,
      isTTY: true,
    });

    expect(stdout).toContain("data loss");
    expect(stdout).toContain("orders.order-placed.v1");
    expect(stderr).toBe("0 of 1 stacks that differ are planned\n1 of 1 stacks that differ are planned\n");
    expect(code).toBe(3);
  });

  test("is compared with a commit that is there", async () => {
    const { folder } = new TestRepository(validMesh());

    const { code, stderr } = await run(folder, "review --base=-x", { env: process.env });

    expect(stderr).toBe(
      "error: there is no commit '-x' in this repository; fetch it (a shallow clone has none of its history), or name another with --base\n",
    );
    expect(code).toBe(1);
  });
});
