import { join } from "node:path";
import { fromCommit, type CommitReview } from "../../../src/preview";
import { reviewOf } from "../../../src/review";
import { plain } from "../../../src/review/model";
import { answer } from "../../../src/review/render";
import { ownVersion } from "../../../src/synth/versions";
import { changed, DOMAIN, PRODUCT } from "../../cli/support/files";
import { fakeProgram } from "../../support/fake-program";
import { MESH, validMesh } from "../../support/mesh-dir";
import { lockFile, projectWithOldConstructs } from "../support/old-constructs";
import { below, repositoryWith, TestRepository } from "../support/test-repository";

/** Plans everything, and says of every plan that nothing changes. */
const command = join(
  fakeProgram("terraform", `test "$1" != show || echo '{"format_version":"1.2","resource_changes":[]}'`),
  "terraform",
);
const PLANNED =
  "planned from the manifests of both sides: what was changed by hand, or never deployed, is not seen";
const STACKS = ["platform", "analytics-boundary", "orders-boundary", "analytics", "orders"];

async function reviewed(it: TestRepository, options: Partial<CommitReview> = {}) {
  const told: string[] = [];
  const { input } = await fromCommit({
    ...{ root: it.folder, today: "2026-06-15", env: process.env, parallelism: 2, accepted: [] },
    terraform: { command, product: "Terraform", version: "1.11.4" },
    tell: (line) => told.push(line),
    ...options,
  });
  const outcomes = Object.fromEntries(input.stacks.map(({ stack, outcome }) => [stack, outcome]));
  const codes = input.findings.map(({ code }) => code);
  const gaps = (input.gaps ?? []).map(({ sentence }) => plain(sentence));
  return { input, outcomes, told, codes, gaps, limits: input.limits.map(plain) };
}

const all = (outcome: string) => Object.fromEntries(STACKS.map((stack) => [stack, outcome]));

test("only what an edit changes is planned, and it is said how to do it again", async () => {
  const it = repositoryWith(validMesh(), changed(PRODUCT, "retention: 7d", "retention: 3d"));
  const head = it.git("rev-parse", "HEAD");

  const { input, outcomes, told, limits } = await reviewed(it);

  expect(outcomes).toEqual({ ...all("proven"), orders: "planned" });
  expect(input).toMatchObject({
    ...{ id: "shop/dev", environment: "dev", head, base: head, accepted: [], uncommitted: true },
    command: `meshwright review --base ${head}`,
  });
  expect(told).toEqual(["0 of 1 stacks that differ are planned", "1 of 1 stacks that differ are planned"]);
  expect(limits).toEqual([PLANNED]);
});

test("an equal mesh is never planned", async () => {
  const it = new TestRepository(validMesh());
  const terraform = { command: "/no/such/terraform", product: "Terraform", version: "1.11.4" } as const;

  // What is made of it is no part of it.
  it.write("review.html", "");
  const { input, outcomes, limits } = await reviewed(it, { terraform });

  expect(outcomes).toEqual(all("proven"));
  expect(limits).toEqual([PLANNED]);
  expect(input.uncommitted).toBe(false);
  expect(plain(answer(reviewOf(input)))).toBe(
    `Nothing changes: commit \`${(input.head ?? "").slice(0, 12)}\` is compared with itself, and nothing has changed since; name what to compare with by \`--base\``,
  );
});

test("a mesh that was not there before is all new", async () => {
  const it = repositoryWith({ "README.md": "" }, validMesh());

  const { input, outcomes, limits } = await reviewed(it);

  expect(outcomes).toEqual(all("planned"));
  expect(limits).toEqual([PLANNED, "there is no mesh in the base: everything is planned as new"]);
  expect(input.baseMesh).toBeUndefined();
});

test("a mesh that moves is the one it was, wherever it was", async () => {
  const it = new TestRepository({ ...below("data/mesh", validMesh()), "other/mesh.yaml": "" });
  it.git("mv", "data/mesh", "platform");
  it.write(`platform/${PRODUCT}`, String(changed(PRODUCT, "retention: 7d", "retention: 3d")[PRODUCT]));

  const { input, outcomes, limits } = await reviewed(it, { root: it.path("platform") });

  expect(outcomes).toEqual({ ...all("proven"), orders: "planned" });
  expect(limits).toEqual([PLANNED]);
  expect(input.baseMesh).toBeDefined();
});

test.each(["pnpm-lock.yaml", "yarn.lock", "package.json"])(
  "constructs that another file than npm's raises are not known to change nothing: %s",
  async (file) => {
    const it = repositoryWith(
      { ...validMesh(), [file]: '"meshwright": "1.0.0"\n"other": "1.0.0"\n' },
      { [file]: '"meshwright": "2.0.0"\n"other": "1.0.0"\n' },
    );

    const { input, gaps } = await reviewed(it);
    it.write(file, '"meshwright": "1.0.0"\n"other": "2.0.0"\n');

    expect(gaps).toEqual([
      `what other constructs change is not known: \`${file}\` names others than in the base, and only those of a \`package-lock.json\` can be installed; name the base's stacks with \`--base-output\``,
    ]);
    expect(plain(answer(reviewOf(input)))).toMatch(/^Not known to be safe: /);
    expect((await reviewed(it)).gaps).toEqual([]);
  },
);

test("an environment that the base does not have is all new", async () => {
  const name = "name: dev\n";
  const environments = `${MESH.slice(MESH.indexOf(`  - ${name}`), MESH.indexOf("alerts:"))}`;
  const test = environments.replace(name, "name: test\n").replaceAll("localhost", "test.example");
  const it = repositoryWith(validMesh(), { "mesh.yaml": MESH.replace("alerts:", `${test}alerts:`) });

  const { outcomes, limits, codes } = await reviewed(it, { environment: "test" });

  expect(codes).toEqual([]);
  expect(outcomes).toEqual(all("planned"));
  expect(limits).toEqual([PLANNED, "the base has no environment `test`: everything in it is planned as new"]);
});

test("a change that lifts the protection of an environment is reviewed in it all the same", async () => {
  const dev = MESH.slice(MESH.indexOf("  - name: dev\n"), MESH.indexOf("alerts:"));
  const live = dev.replace("name: dev", "name: live").replaceAll("localhost", "live.example");
  const meshWith = (environment: string) => MESH.replace("alerts:", `${environment}alerts:`);
  const base = meshWith(live.replace("protected: false", "protected: true"));
  const it = repositoryWith(validMesh({ "mesh.yaml": base }), { "mesh.yaml": meshWith(live) });

  const { input } = await reviewed(it);

  expect(input.environment).toBe("live");
});

test("an environment that nobody has could not be reviewed", async () => {
  await expect(reviewed(new TestRepository(validMesh()), { environment: "live" })).rejects.toThrow(
    "environment 'live' is not in mesh.yaml, which has dev",
  );
});

test("a base with errors is no base to plan from, and its errors are none of the change", async () => {
  const it = repositoryWith(validMesh(changed(DOMAIN, "order-management", "nobody")), validMesh());

  const { input, outcomes, gaps, codes } = await reviewed(it);

  expect(codes).toEqual([]);
  expect(outcomes).toEqual(all("planned"));
  expect(gaps).toEqual([
    expect.stringMatching(
      /^what the base had is not known, because it has errors itself \(.*nobody.*\): every stack is planned as if it were new$/,
    ),
  ]);
  expect(input.baseMesh).toBeDefined();
});

test("an error that the base has too is told again: with it nothing can be planned, and that is not no change", async () => {
  const broken = changed(DOMAIN, "order-management", "nobody");
  const it = repositoryWith(validMesh(broken), changed(PRODUCT, "retention: 7d", "retention: 3d"));

  const { input, outcomes, codes } = await reviewed(it);

  expect({ outcomes, codes }).toEqual({ outcomes: {}, codes: ["OwnerMissing"] });
  expect(reviewOf(input).verdict).toBe("planFailed");
});

test("a warning that the base has too is not told again", async () => {
  const old = changed("domains/analytics/domain.yaml", "until: 2027-06-30", "until: 2026-07-01");
  const it = repositoryWith(validMesh(old), changed(PRODUCT, "retention: 7d", "retention: 3d"));

  const { codes } = await reviewed(it);

  expect((await reviewed(repositoryWith(validMesh(), old))).codes).not.toEqual([]);
  expect(codes).toEqual([]);
});

test("nothing is planned of a mesh with errors", async () => {
  const it = repositoryWith(validMesh(), changed(DOMAIN, "order-management", "nobody"));

  const { input, outcomes, codes, limits } = await reviewed(it);

  expect(outcomes).toEqual({});
  expect(codes).toEqual(["OwnerMissing"]);
  expect(limits).toEqual([PLANNED]);
  expect(input.headMesh).toBeDefined();
});

test("what a manifest that cannot be read says is not taken for gone", async () => {
  const it = repositoryWith(validMesh(), { [PRODUCT]: "kind: [" });

  const { input, codes } = await reviewed(it);

  expect(codes.length).toBeGreaterThan(0);
  expect(input.headMesh).toBeUndefined();
});

describe("stacks of the base that others made", () => {
  test("by the constructs it had locked are planned from", async () => {
    const project = projectWithOldConstructs();
    const it = repositoryWith(
      { ...validMesh(), ...project },
      { "package-lock.json": lockFile({ version: ownVersion(), integrity: "sha512-new" }) },
    );

    const { outcomes, told, limits } = await reviewed(it);

    expect(outcomes).toEqual(all("planned"));
    expect(told[0]).toBe("the base was made with constructs 0.0.7: installing them");
    expect(limits).toEqual([
      ...[PLANNED, "the base was made with constructs `0.0.7`, as its lock file says"],
    ]);
  });

  test("are not new because of what today's rules say of the base", async () => {
    const broken = validMesh(changed(DOMAIN, "order-management", "nobody"));
    const output = new TestRepository({ "stacks/orders/cdk.tf.json": '{ "resource": {} }' });

    const { outcomes, limits } = await reviewed(repositoryWith(broken, validMesh()), {
      baseOutput: output.folder,
    });

    expect(outcomes).toEqual(all("planned"));
    expect(limits).toEqual([PLANNED]);
  });

  test("have to be of the same environment", async () => {
    const sealed = JSON.stringify({ resource: { terraform_data: { Seal: { input: "prod/orders" } } } });
    const { folder } = new TestRepository({ "stacks/orders/cdk.tf.json": sealed });

    await expect(reviewed(new TestRepository(validMesh()), { baseOutput: folder })).rejects.toThrow(
      new Error(
        `'${folder}' has stacks of another environment (one is sealed as 'prod/orders'), and this is a review of 'dev'; synthesise them with MESHWRIGHT_ENV=dev`,
      ),
    );
  });

  test("have to be in an output folder", async () => {
    const it = new TestRepository(validMesh());

    await expect(reviewed(it, { baseOutput: it.folder })).rejects.toThrow(
      new Error(
        `'${it.folder}' has no folder 'stacks'; name the folder that a synthesis wrote, such as cdktf.out`,
      ),
    );
  });
});
