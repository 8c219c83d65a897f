import type { Finding } from "../finding";
import type { Gap, ReviewInput, Text } from "../review/model";
import type { SecretGuard } from "../review/plan";
import type { PlannedStack } from "./preview";
import { readStacks } from "./read-stacks";
import { NOTHING, type Side } from "./side";

/** All that a review is made from. */
export interface Gathered {
  readonly input: ReviewInput;
  readonly secrets: SecretGuard;
}

/** What is known of a review besides its plans. */
export interface Circumstances {
  readonly today: string;
  readonly head?: Side;
  readonly base?: Side;
  /** Commits, for people. */
  readonly headName?: string;
  readonly baseName?: string;
  readonly accepted: readonly string[];
  /** The mesh has changes that are in no commit. @default false */
  readonly uncommitted?: boolean;
  readonly limits: readonly Text[];
  readonly gaps: readonly Gap[];
  readonly command: string;
}

/**
 * Puts plans and meshes together.
 *
 * @throws PlanFileError when something is no plan.
 */
export function gathered(planned: readonly PlannedStack[], about: Circumstances): Gathered {
  const { today, head = NOTHING, base = NOTHING, headName, baseName, accepted, command } = about;
  const { limits, gaps, uncommitted = false } = about;
  const { stacks, secrets } = readStacks(planned);
  const environment = head.mesh?.environment.name;
  const input: ReviewInput = {
    id: `${head.mesh?.index.mesh.organisation ?? "plans"}/${environment ?? "any"}`,
    environment: environment ?? "any",
    ...(headName === undefined ? {} : { head: headName }),
    ...(baseName === undefined ? {} : { base: baseName }),
    ...{ today, stacks, accepted, command },
    // What a manifest that cannot be read says is not gone.
    ...(head.mesh === undefined || !head.complete ? {} : { headMesh: head.mesh }),
    ...(base.mesh === undefined || !base.complete ? {} : { baseMesh: base.mesh }),
    findings: newFindings(head, base),
    ...{ limits, gaps, uncommitted },
    holdsSecret: (text) => secrets.holds(text),
  };
  return { input, secrets };
}

/** What the mesh as it would be has, and did not have before; and all that nothing can be planned with. */
function newFindings(head: Side, base: Side): Finding[] {
  const key = ({ code, message, at }: Finding): string => JSON.stringify([code, message, at.file]);
  const known = new Set(base.findings.map(key));
  return head.findings.filter((finding) => head.blocking.includes(finding) || !known.has(key(finding)));
}
