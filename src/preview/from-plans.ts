import { join } from "node:path";
import { meshPathIn, meshState, openBase, takeMesh, type Base, type MeshState } from "./base";
import {
  joinedUnknowns,
  unknownsOfComparedBase,
  unknownsOfConstructs,
  upgradeLimits,
  withoutBase,
  withoutStacksOfBase,
  WITHOUT_MESH,
  type Unknowns,
} from "./base-limits";
import { gathered, type Gathered } from "./gather";
import { GitError, Repository } from "./git";
import { plannedElsewhere, type PlansByStack } from "./planned-elsewhere";
import { reviewCommand } from "./review-command";
import { NOTHING, readBase, readHead, type Side } from "./side";
import { inTemporaryFolder } from "./temporary-folder";

/** Plans made elsewhere with real state, and the mesh they belong to. */
export interface PlansReview {
  readonly plans: PlansByStack;
  /** The folder of `mesh.yaml`. @default - there is no mesh: owners and readers are not known */
  readonly root?: string;
  /** The commit of the mesh as it was. @default - where the branch left the main branch, if that can be told */
  readonly base?: string;
  /** Output folder of the base's stacks. @default - they are made from the commit */
  readonly baseOutput?: string;
  readonly environment?: string;
  readonly today: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly accepted: readonly string[];
  /** Is told what takes time. */
  readonly tell: (line: string) => void;
}

/**
 * Reads plans made elsewhere.
 *
 * @throws PlanFileError when a file is no plan, GitError when there is no such commit, Error when a plan is of another
 * stack or environment.
 */
export function fromPlans(options: PlansReview): Promise<Gathered> {
  return inTemporaryFolder(async (folder) => {
    const { root, plans, today, accepted, environment, baseOutput } = options;
    const head = root === undefined ? NOTHING : readHead(root, today, environment);
    const before =
      root === undefined ? { unknowns: WITHOUT_MESH } : await beforeOf(options, root, head, folder);
    const {
      side: base = NOTHING,
      output = baseOutput,
      commit,
      state,
      unknowns,
      isComparable = false,
    } = before;
    const { stacks, gaps, limits } = plannedElsewhere(plans, {
      ...{ head, base, isComparable },
      ...(output === undefined ? {} : { baseOutput: output }),
    });
    return gathered(stacks, {
      ...{ today, head, base, accepted },
      ...(state === undefined ? {} : { headName: state.head, uncommitted: state.uncommitted }),
      ...(commit === undefined ? {} : { baseName: commit }),
      limits: [...unknowns.limits, ...limits],
      gaps: [...unknowns.gaps, ...gaps],
      command: reviewCommand({
        plans: [...plans.keys()],
        ...(commit === undefined ? {} : { base: commit }),
        ...(baseOutput === undefined ? {} : { baseOutput }),
        ...(environment === undefined ? {} : { environment }),
      }),
    });
  });
}

/** The mesh as it was, as far as it can be known. */
interface Before {
  readonly side?: Side;
  readonly output?: string;
  readonly commit?: string;
  readonly state?: MeshState;
  readonly unknowns: Unknowns;
  readonly isComparable?: boolean;
}

async function beforeOf(options: PlansReview, root: string, head: Side, folder: string): Promise<Before> {
  const { base: named, today } = options;
  const found = await commitOf(root, named);
  if ("reason" in found) return { unknowns: withoutBase(found.reason) };
  const { repository, commit } = found;
  const about = { commit, state: await meshState(repository, root) };
  // What is wrong with the mesh as it would be is told by its findings.
  if (head.mesh === undefined) return { ...about, unknowns: { limits: [], gaps: [] } };

  const environment = head.mesh.environment.name;
  const { opened, unknowns } = await opening(options, { repository, commit, root, environment, folder });
  const side = opened.root === undefined ? NOTHING : readBase(opened.root, today, environment);
  const [blocking] = side.blocking;
  const isMade = opened.output !== undefined || blocking === undefined;
  return {
    ...{ ...about, side },
    ...(opened.output === undefined ? {} : { output: opened.output }),
    unknowns: joinedUnknowns(
      unknowns,
      unknownsOfComparedBase(side),
      ...(isMade ? [] : [withoutStacksOfBase(`the base has errors itself: ${blocking.message}`)]),
    ),
    isComparable: isMade && unknowns.gaps.length === 0 && head.blocking.length === 0,
  };
}

type Found = { readonly repository: Repository; readonly commit: string } | { readonly reason: string };

/** A commit that is named has to be there; without a name, plans tell enough to go on with. */
async function commitOf(root: string, named: string | undefined): Promise<Found> {
  try {
    const repository = await Repository.around(root);
    return {
      repository,
      commit: await (named === undefined ? repository.leftMain() : repository.commit(named)),
    };
  } catch (error) {
    if (named !== undefined || !(error instanceof GitError)) throw error;
    return { reason: error.message };
  }
}

interface Opening {
  readonly repository: Repository;
  readonly commit: string;
  readonly root: string;
  readonly environment: string;
  readonly folder: string;
}

/** Contracts are compared, too, where the constructs that made the base cannot be installed. */
async function opening(
  { baseOutput, today, env, tell }: PlansReview,
  where: Opening,
): Promise<{ readonly opened: Base; readonly unknowns: Unknowns }> {
  const { repository, commit, root, folder } = where;
  try {
    const opened = await openBase({
      ...{ ...where, today, env },
      ...(baseOutput === undefined ? {} : { output: baseOutput }),
      onInstall: (version) => tell(`the base was made with constructs ${version}: installing them`),
    });
    const { gaps } = unknownsOfConstructs(opened);
    return { opened, unknowns: { limits: upgradeLimits(opened), gaps } };
  } catch (error) {
    if (error instanceof GitError) throw error;
    const path = await meshPathIn(repository, commit, repository.pathOf(root));
    const mesh = await takeMesh(repository, commit, path, join(folder, "alone"));
    const reason = error instanceof Error ? error.message : String(error);
    return { opened: mesh === undefined ? {} : { root: mesh }, unknowns: withoutStacksOfBase(reason) };
  }
}
