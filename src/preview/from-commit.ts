import type { Terraform } from "../deploy/terraform";
import { say, type Text } from "../review/model";
import { meshState, openBase, protectedBefore, type Base } from "./base";
import {
  joinedUnknowns,
  unknownsOfComparedBase,
  unknownsOfConstructs,
  unknownsOfPlannedBase,
  upgradeLimits,
  type Unknowns,
} from "./base-limits";
import { gathered, type Gathered } from "./gather";
import { Repository } from "./git";
import { preview } from "./preview";
import { reviewCommand } from "./review-command";
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
  /** @default - the first that was protected in the base, is protected, or is there */
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
    const repository = await Repository.around(root);
    const commit = await (options.base === undefined
      ? repository.leftMain()
      : repository.commit(options.base));
    const usual = await protectedBefore(repository, commit, root);
    const head = readHead(root, today, options.environment, usual);
    const environment = head.mesh?.environment.name ?? "";

    const from = await openBase({
      ...{ repository, commit, root, environment, today, folder, env },
      ...(options.baseOutput === undefined ? {} : { output: options.baseOutput }),
      onInstall: (version) => tell(`the base was made with constructs ${version}: installing them`),
    });
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
    const state = await meshState(repository, root);
    const { limits, gaps } =
      head.blocking.length > 0 ? { limits: [], gaps: [] } : unknownsOf(base, from, environment);
    return gathered(planned, {
      ...{ today, head, base, accepted, gaps, uncommitted: state.uncommitted },
      ...{ headName: state.head, baseName: commit },
      limits: [...LIMITS, ...upgradeLimits(from), ...limits],
      command: reviewCommand({ ...options, base: commit }),
    });
  });
}

const unknownsOf = (base: Side, from: Base, environment: string): Unknowns =>
  joinedUnknowns(
    from.output === undefined
      ? unknownsOfPlannedBase(base, environment, from.root !== undefined)
      : unknownsOfComparedBase(base),
    unknownsOfConstructs(from),
  );
