import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { findTerraform, type Terraform } from "../../../src/deploy/terraform";
import { fromCommit } from "../../../src/preview";
import { reviewOf } from "../../../src/review";
import { exitCodeOf, renderMarkdown } from "../../../src/review/render";
import type { Review } from "../../../src/review/model";
import { synthMesh } from "../../../src/synth";
import { inLanes } from "../support/lanes";
import { PULL_REQUESTS, type PullRequest } from "./pull-requests";
import { ShopRepository } from "./shop-repository";

const EXPECTED = join(__dirname, "expected");
const TODAY = "2026-11-20";

/** Set by `npm run golden`, and by nobody else; each comment is read by eye before it is committed. */
const update = process.env.MESHWRIGHT_UPDATE_GOLDEN === "1";

jest.setTimeout(240_000);

/** What came of a pull request. */
interface Outcome {
  readonly review: Review;
  readonly comment: string;
  readonly leaks: boolean;
}

describe("the comment on a pull request to", () => {
  const outcomes = new Map<string, Outcome>();
  let repository: ShopRepository;

  beforeAll(async () => {
    repository = new ShopRepository();
    const terraform = await findTerraform(process.env);
    await inLanes(2, PULL_REQUESTS, async (request) => {
      outcomes.set(request.name, await reviewed(request, terraform));
    });
  });

  afterAll(() => repository.remove());

  it.each(PULL_REQUESTS)("$title", ({ name }) => {
    const file = join(EXPECTED, `${name}.md`);
    const { comment = "", leaks } = outcomes.get(name) ?? {};
    if (update) writeFileSync(file, comment);

    expect(leaks).toBe(false);
    expect(existsSync(file)).toBe(true);
    expect(comment).toBe(readFileSync(file, "utf8"));
  });

  it.each(PULL_REQUESTS)("$title, tells a pipeline $exit", ({ name, exit }) => {
    const { review } = outcomes.get(name) ?? {};

    expect(review && exitCodeOf(review)).toBe(exit);
  });

  async function reviewed(request: PullRequest, terraform: Terraform): Promise<Outcome> {
    const { change, accept = [], madeBefore } = request;
    const mesh = repository.copy();
    const baseOutput = madeBefore && madeByOthers(mesh.root, madeBefore);
    change(mesh);
    const { input, secrets } = await fromCommit({
      ...{ root: mesh.root, today: TODAY, terraform, env: process.env, parallelism: 1 },
      ...{ accepted: accept, tell: () => undefined },
      ...(baseOutput === undefined ? {} : { baseOutput }),
    });
    // Commits differ whenever the shop does.
    const review = reviewOf({
      ...input,
      base: "0".repeat(40),
      head: "1".repeat(40),
      command: "meshwright review",
    });
    const comment = renderMarkdown(review);
    return { review, comment, leaks: secrets.holds(comment) };
  }
});

/** The stacks of a mesh as other constructs would have made them: the same but for one. */
function madeByOthers(root: string, { stack, edit }: NonNullable<PullRequest["madeBefore"]>): string {
  const outdir = join(dirname(root), "made-before");
  synthMesh({ root, outdir, environment: "prod", today: TODAY });
  const file = join(outdir, "stacks", stack, "cdk.tf.json");
  writeFileSync(file, edit(readFileSync(file, "utf8")));
  return outdir;
}
