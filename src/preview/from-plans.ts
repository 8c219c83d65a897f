import { existsSync } from "node:fs";
import { join } from "node:path";
import { say, type Text } from "../review/model";
import { limitsOfComparedBase } from "./base-limits";
import { gathered, type Gathered } from "./gather";
import { Repository } from "./git";
import { plannedElsewhere, type PlansByStack } from "./planned-elsewhere";
import { NOTHING, readBase, readHead, type Side } from "./side";
import { inTemporaryFolder } from "./temporary-folder";

/** Plans made elsewhere with real state, and the mesh they belong to. */
export interface PlansReview {
  readonly plans: PlansByStack;
  /** The folder of `mesh.yaml`. @default - there is no mesh: owners and readers are not known */
  readonly root?: string;
  /** The commit of the mesh as it was. @default - it is not known what it was */
  readonly base?: string;
  readonly environment?: string;
  readonly today: string;
  readonly accepted: readonly string[];
}

const NO_MESH: Text = say`there is no mesh here: owners, readers and contracts are not known`;
const NO_BASE: Text = say`the mesh as it was is not known (see --base): contracts and agreements are not compared`;

/**
 * Reads plans made elsewhere.
 *
 * @throws PlanFileError when a file is no plan, GitError when there is no such commit.
 */
export function fromPlans(options: PlansReview): Promise<Gathered> {
  return inTemporaryFolder(async (folder) => {
    const { root, plans, today, accepted, environment } = options;
    const head = root === undefined ? NOTHING : readHead(root, today, environment);
    const { base, commit } = await baseOf(options, head, folder);
    return gathered(plannedElsewhere(plans, head, base), {
      ...{ today, head, base, accepted },
      ...(commit === undefined ? {} : { baseName: commit }),
      limits: limitsOf(options, head, base),
      command: ["meshwright review", ...wordsFor([...plans.keys()], commit)].join(" "),
    });
  });
}

/** Nobody types the plans of a thousand stacks. */
const MOST_PLANS_NAMED = 3;

function wordsFor(stacks: readonly string[], commit: string | undefined): string[] {
  const named = stacks.slice(0, MOST_PLANS_NAMED).map((stack) => `--plan ${stack}=…`);
  return [
    ...named,
    ...(stacks.length > named.length ? ["--plan …"] : []),
    ...(commit === undefined ? [] : [`--base ${commit}`]),
  ];
}

function limitsOf({ root, base: name }: PlansReview, head: Side, base: Side): readonly Text[] {
  if (root === undefined) return [NO_MESH];
  // What is wrong with the mesh as it would be is told by its findings.
  if (head.mesh === undefined) return [];
  return name === undefined ? [NO_BASE] : limitsOfComparedBase(base);
}

async function baseOf(
  { root, base, today }: PlansReview,
  { mesh }: Side,
  folder: string,
): Promise<{ readonly base: Side; readonly commit?: string }> {
  if (root === undefined || base === undefined || mesh === undefined) return { base: NOTHING };
  const repository = await Repository.around(root);
  const commit = await repository.commit(base);
  await repository.writeTree(commit, repository.pathOf(root), folder);
  const isThere = existsSync(join(folder, "mesh.yaml"));
  return { commit, base: isThere ? readBase(folder, today, mesh.environment.name) : NOTHING };
}
