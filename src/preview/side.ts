import type { Finding } from "../finding";
import { LOSSES } from "../manifest";
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
  /** Findings with which no stack can be made. */
  readonly blocking: readonly Finding[];
  /** In deployment order; none when something is blocking. */
  readonly stacks: ReadonlyMap<string, SideStack>;
  /** The stacks of these names, made one after another. */
  readonly plans: (names: ReadonlySet<string>) => Iterable<StackPlan>;
}

/** A side on which there is nothing. */
export const NOTHING: Side = { findings: [], blocking: [], stacks: new Map(), plans: () => [] };

/** A review tells these better than a refusal would: the change is planned, with all it would lose. */
const TOLD_BY_REVIEW: ReadonlySet<string> = new Set([...LOSSES, "DomainRemoved", "LockMissing"]);

/**
 * The mesh as it would be.
 *
 * @param environment @default - the first that is protected, else the first
 * @throws Error when there is no environment of that name.
 */
export function readHead(root: string, today: string, environment: string | undefined): Side {
  const checked = check(root, today);
  const { index } = checked;
  if (index === undefined) return { ...NOTHING, ...checked };

  const { environments } = index.mesh;
  const name = environment ?? environments.find((each) => each.protected)?.name;
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

type Checked = Pick<Side, "findings" | "blocking">;

function check(root: string, today: string) {
  const { index, findings } = checkMesh(root, today);
  const blocking = findings.filter(({ severity, code }) => severity === "error" && !TOLD_BY_REVIEW.has(code));
  return { index, findings, blocking };
}

function sideOf(mesh: MeshSide, { findings, blocking }: Checked): Side {
  if (blocking.length > 0) return { ...NOTHING, mesh, findings, blocking };
  const view = viewOf(mesh.index, mesh.environment);
  return { mesh, findings, blocking, stacks: stacksOf(view), plans: (names) => plansOf(view, names) };
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
