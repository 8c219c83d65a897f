import { createRequire } from "node:module";
import { relative, resolve } from "node:path";
import type * as Preview from "../../preview";
import type { Gathered } from "../../preview/gather";
import { exitCodeOf } from "../../review/render";
import { reviewOf } from "../../review";
import { findTerraform } from "../../deploy/terraform";
import { environmentNameOf, meshRootOf, todayOf } from "../../synth/settings";
import { prefixOf } from "../checked-mesh";
import { Interrupted, interruptible } from "../deployment/interrupt";
import type { ExitCode } from "../exit-code";
import type { Io } from "../io";
import { print, printError } from "../print";
import { outputFile, rendered, writeOutput } from "./forms";
import type { ReviewOptions } from "./options";
import { pageCommand } from "./page-command";
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
  const hasPage = files.some(({ form }) => form === "html");

  const wanted = [options.format, ...files.map(({ form }) => form)].map((form) =>
    rendered(review, form, { io, prefix, root, ...(hasPage ? {} : { inFull: pageCommand(io, options) }) }),
  );
  // Sentences that were broken to fit a terminal are looked at whole.
  const leak = wanted.some((text) => secrets.holds(text) || secrets.holds(text.replace(/\n +/g, " ")));
  if (leak) throw new Error("the review would show a secret of one of the plans; nothing was written");

  const [answer = "", ...others] = wanted;
  for (const [at, file] of files.entries()) writeOutput(file, others[at] ?? "");
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
  const say = (line: string): void => printError(io, [line]);
  const common = {
    ...{ today: todayOf(io), accepted: options.accept, env: io.env },
    tell: io.isTTY ? say : () => undefined,
    ...(environment === undefined ? {} : { environment }),
    ...(options.base === undefined ? {} : { base: options.base }),
    ...(options.baseOutput === undefined ? {} : { baseOutput: resolve(io.cwd, options.baseOutput) }),
  };
  if (options.plan.length > 0) {
    return fromPlans({
      ...common,
      plans: await planFiles(io, options.plan),
      ...(root === undefined ? {} : { root }),
    });
  }
  const terraform = await findTerraform(io.env);
  const { result, code } = await interruptible(say, (stop) =>
    fromCommit({
      ...common,
      ...{ root: root ?? io.cwd, terraform, parallelism: options.parallelism, stop },
    }),
  );
  if (code !== undefined) throw new Interrupted(code);
  return result;
}
