import type { Finding } from "../finding";
import { blockingOf } from "../review";
import type { MeshSide } from "../review/model";
import { checkMesh, chooseEnvironment, planStacks, viewOf, type MeshView, type StackPlan } from "../synth";
import { fingerprint } from "../synth/fingerprint";
import { versionsOfEverything } from "../synth/versions";

/** A stack as one side would make it. */
export interface SideStack {
  readonly domain?: string;
  /** Equal fingerprints mean equal bytes. */
  readonly fingerprint: string;
}

/** The mesh as it is on one side of a change. */
export interface Side {
  /** Undefined when `mesh.yaml` cannot be read, or has no such environment. */
  readonly mesh?: MeshSide;
  readonly findings: readonly Finding[];
  /** False when a manifest could not be read: what it says is missing from the model. */
  readonly complete: boolean;
  /** Findings with which no stack can be made. */
  readonly blocking: readonly Finding[];
  /** In deployment order; none when something is blocking. */
  readonly stacks: ReadonlyMap<string, SideStack>;
  /** The stacks of these names, made one after another. */
  readonly plans: (names: ReadonlySet<string>) => Iterable<StackPlan>;
}

/** A side on which there is nothing. */
export const NOTHING: Side = {
  complete: true,
  findings: [],
  blocking: [],
  stacks: new Map(),
  plans: () => [],
};

/**
 * The mesh as it would be.
 *
 * @param environment @default - `usual`; without one that is still there, the first that is protected, else the first
 * @param usual the one that the mesh as it was is reviewed in: a change is not to move its own review elsewhere
 * @throws Error when there is no environment of that name.
 */
export function readHead(root: string, today: string, environment: string | undefined, usual?: string): Side {
  const checked = check(root, today);
  const { index } = checked;
  if (index === undefined) return { ...NOTHING, ...checked };

  const { environments } = index.mesh;
  const isThere = environments.some((each) => each.name === usual);
  const name = environment ?? (isThere ? usual : environments.find((each) => each.protected)?.name);
  return sideOf({ index, environment: chooseEnvironment(environments, name) }, checked);
}

/** The mesh as it was; nothing when it did not have the environment. */
export function readBase(root: string, today: string, environment: string): Side {
  const checked = check(root, today);
  const { index } = checked;
  const manifest = index?.mesh.environments.find(({ name }) => name === environment);
  if (index === undefined || manifest === undefined) return { ...NOTHING, ...checked };
  return sideOf({ index, environment: manifest }, checked);
}

type Checked = Pick<Side, "findings" | "blocking" | "complete">;

function check(root: string, today: string) {
  const { index, findings, complete } = checkMesh(root, today);
  const blocking = blockingOf(findings, complete);
  return { index, findings, blocking, complete };
}

function sideOf(mesh: MeshSide, { findings, blocking, complete }: Checked): Side {
  const checked = { mesh, findings, blocking, complete };
  if (blocking.length > 0) return { ...NOTHING, ...checked };
  const view = viewOf(mesh.index, mesh.environment);
  return { ...checked, stacks: stacksOf(view), plans: (names) => plansOf(view, names) };
}

function stacksOf(view: MeshView): Map<string, SideStack> {
  const versions = versionsOfEverything();
  const stacks = new Map<string, SideStack>();
  for (const { name, domain, input } of planStacks(view)) {
    stacks.set(name, {
      ...(domain === undefined ? {} : { domain }),
      fingerprint: fingerprint(input, versions),
    });
  }
  return stacks;
}

function* plansOf(view: MeshView, names: ReadonlySet<string>): Generator<StackPlan> {
  for (const plan of planStacks(view)) if (names.has(plan.name)) yield plan;
}
