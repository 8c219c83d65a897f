import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Terraform } from "../deploy/terraform";
import { say, type Text } from "../review/model";
import { openBase, type Base } from "./base";
import { limitsOfComparedBase, limitsOfPlannedBase } from "./base-limits";
import { gathered, type Gathered } from "./gather";
import { Repository } from "./git";
import { preview } from "./preview";
import { NOTHING, readBase, readHead, type Side } from "./side";
import { inTemporaryFolder } from "./temporary-folder";

/** The working tree as it would be, against a commit. */
export interface CommitReview {
  /** The folder of `mesh.yaml`. */
  readonly root: string;
  /** @default - where the branch left the main branch */
  readonly base?: string;
  /** Output folder of the base's stacks. @default - they are made from the commit */
  readonly baseOutput?: string;
  /** @default - the first that is protected, else the first */
  readonly environment?: string;
  /** `YYYY-MM-DD`: for both sides. */
  readonly today: string;
  readonly terraform: Terraform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly parallelism: number;
  readonly accepted: readonly string[];
  /** Is told what takes time. */
  readonly tell: (line: string) => void;
  readonly stop?: AbortSignal;
}

/** What no plan without the real world can know. */
const LIMITS: readonly Text[] = [
  say`planned from the manifests of both sides: what was changed by hand, or never deployed, is not seen`,
];

/**
 * Plans the working tree against a commit: no cloud, no credentials.
 *
 * @throws GitError when there is no such commit, Error when the base's own constructs cannot be installed or there is no
 * environment of that name.
 */
export function fromCommit(options: CommitReview): Promise<Gathered> {
  return inTemporaryFolder(async (folder) => {
    const { root, today, terraform, env, parallelism, tell, stop, accepted } = options;
    const head = readHead(root, today, options.environment);
    const repository = await Repository.around(root);
    const commit = await (options.base === undefined
      ? repository.leftMain()
      : repository.commit(options.base));
    const environment = head.mesh?.environment.name ?? "";

    const from = await baseOf(options, repository, commit, environment, folder);
    const base = from.root === undefined ? NOTHING : readBase(from.root, today, environment);
    const planned =
      head.blocking.length > 0
        ? []
        : await preview({
            ...{ head, base, terraform, env, parallelism },
            ...(from.output === undefined ? {} : { baseOutput: from.output }),
            ...(stop === undefined ? {} : { stop }),
            onStep: (done, of) => tell(`${done} of ${of} stacks that differ are planned`),
          });
    return gathered(planned, {
      ...{ today, head, base, accepted },
      headName: await repository.commit("HEAD"),
      baseName: commit,
      limits: [
        ...LIMITS,
        ...upgradeLimits(from),
        ...(await workingTreeLimits(repository, root)),
        ...(head.blocking.length > 0 ? [] : baseLimits(base, from, environment)),
      ],
      command: `meshwright review --base ${commit}`,
    });
  });
}

async function baseOf(
  { root, baseOutput, today, env, tell }: CommitReview,
  repository: Repository,
  commit: string,
  environment: string,
  folder: string,
): Promise<Base> {
  if (baseOutput === undefined) {
    return openBase({
      ...{ repository, commit, root, environment, today, folder, env },
      onInstall: (version) => tell(`the base was made with constructs ${version}: installing them`),
    });
  }
  const mesh = join(folder, "mesh");
  const isThere = await repository.writeTree(commit, repository.pathOf(root), mesh);
  return { output: baseOutput, ...(isThere && existsSync(join(mesh, "mesh.yaml")) ? { root: mesh } : {}) };
}

function upgradeLimits({ constructs }: Base): Text[] {
  return constructs === undefined
    ? []
    : [say`the base was made with constructs ${constructs}, as its lock file says`];
}

const baseLimits = (base: Side, { root, output }: Base, environment: string): Text[] =>
  output === undefined
    ? limitsOfPlannedBase(base, environment, root !== undefined)
    : limitsOfComparedBase(base);

async function workingTreeLimits(repository: Repository, root: string): Promise<Text[]> {
  const isChanged = await repository.isChanged(repository.pathOf(root));
  return isChanged ? [say`the working tree has changes that are in no commit; they are reviewed too`] : [];
}
