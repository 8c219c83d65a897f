import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { relative, resolve } from "node:path";
import type * as Preview from "../../preview";
import type { Gathered } from "../../preview/gather";
import { exitCodeOf } from "../../review/render";
import { reviewOf } from "../../review";
import { findTerraform } from "../../deploy/terraform";
import { environmentNameOf, meshRootOf, todayOf } from "../../synth/settings";
import { prefixOf } from "../checked-mesh";
import { interruptible } from "../deployment/interrupt";
import type { ExitCode } from "../exit-code";
import type { Io } from "../io";
import { print, printError } from "../print";
import { outputFile, rendered } from "./forms";
import type { ReviewOptions } from "./options";
import { planFiles } from "./plan-files";

const load = createRequire(__filename);

/** The framework and the providers' bindings take a second to read: only a review pays for it. */
const loadPreview = (): typeof Preview => load("../../preview") as typeof Preview;

/**
 * Reviews a change and writes what it comes to in the forms that are asked for.
 *
 * @throws Error when it cannot be reviewed, or a form would show a secret.
 */
export async function runReview(io: Io, options: ReviewOptions): Promise<ExitCode> {
  const files = options.output.map((name) => outputFile(io.cwd, name));
  const root = rootOf(io, options);
  const { input, secrets } = await gather(io, options, root);
  const review = reviewOf(input);
  const prefix = root === undefined ? "" : prefixOf(io.cwd, root);

  const wanted = [options.format, ...files.map(({ form }) => form)].map((form) =>
    rendered(review, form, { io, prefix }),
  );
  const leak = wanted.some((text) => secrets.holds(text));
  if (leak) throw new Error("the review would show a secret of one of the plans; nothing was written");

  const [answer = "", ...others] = wanted;
  for (const [at, { path }] of files.entries()) writeFileSync(path, others[at] ?? "");
  print(io, answer.replace(/\n$/, "").split("\n"));
  for (const { path } of files) printError(io, [`wrote ${relative(io.cwd, path)}`]);
  return exitCodeOf(review, options.failOn);
}

/** Plans from elsewhere need no mesh, unless one is named. */
function rootOf(io: Io, { mesh, plan }: ReviewOptions): string | undefined {
  const isNamed = mesh !== undefined || (io.env.MESHWRIGHT_MESH ?? "") !== "";
  if (plan.length === 0 || isNamed) return meshRootOf(io, mesh);
  try {
    return meshRootOf(io);
  } catch {
    return undefined;
  }
}

async function gather(io: Io, options: ReviewOptions, root: string | undefined): Promise<Gathered> {
  const { fromCommit, fromPlans } = loadPreview();
  const environment = environmentNameOf(io, options.env);
  const common = {
    ...{ today: todayOf(io), accepted: options.accept },
    ...(environment === undefined ? {} : { environment }),
    ...(options.base === undefined ? {} : { base: options.base }),
  };
  if (options.plan.length > 0) {
    return fromPlans({
      ...common,
      plans: await planFiles(io, options.plan),
      ...(root === undefined ? {} : { root }),
    });
  }
  const terraform = await findTerraform(io.env);
  const say = (line: string): void => printError(io, [line]);
  const { result } = await interruptible(say, (stop) =>
    fromCommit({
      ...common,
      ...{ root: root ?? io.cwd, terraform, env: io.env, parallelism: options.parallelism, stop },
      ...(options.baseOutput === undefined ? {} : { baseOutput: resolve(io.cwd, options.baseOutput) }),
      tell: io.isTTY ? say : () => undefined,
    }).catch((error: unknown) => {
      throw stop.aborted ? new Error("stopped before there was a review") : error;
    }),
  );
  return result;
}
