import { readFileSync } from "node:fs";
import type { StackReport } from "../../deploy";
import type { OfflineWorkspace } from "../../deploy/workspace";
import { domainOfStack } from "../../mesh";
import { previewDocument } from "../../preview/documents";
import type { PlannedStack } from "../../preview/preview";
import { publicWordsOf } from "../../preview/public-words";
import { readStackPlan } from "../../preview/read-stack-plan";
import { readStacks } from "../../preview/read-stacks";
import { NOTHING } from "../../preview/side";
import { reviewOf } from "../../review";
import type { MeshSide } from "../../review/model";
import { renderPlans, wrapped } from "../../review/render";
import type { MeshView } from "../../synth";
import { stackFile } from "../../synth/output-index";
import type { Style } from "../style";
import { counted, listed } from "../views/text";

/** Plans that were made of the mesh as it is. */
export interface Plans {
  readonly stacks: readonly StackReport[];
  readonly workspace: OfflineWorkspace;
  readonly view: MeshView;
  readonly today: string;
}

/**
 * What plans lose, break, open and change, as a review would say it, in lines for a terminal. Of a stack that is not there
 * yet nothing is told: all of it is new.
 *
 * @throws PlanFileError when Terraform's plan cannot be read.
 */
export function plannedChanges(
  { stacks, workspace, view, today }: Plans,
  paint: Style,
  columns?: number,
): string[] {
  const { index, manifest, mesh } = view;
  const headMesh = { index, environment: manifest };
  const all = plannedStacks(stacks, workspace, headMesh);
  const made = all.filter(({ isNew }) => isNew).map(({ planned }) => planned.stack);
  const changed = all.filter(({ isNew }) => !isNew).map(({ planned }) => planned);
  const { stacks: inputs, secrets } = readStacks(changed);
  const review = reviewOf({
    ...{ id: `${mesh.organisation}/${manifest.name}`, environment: manifest.name, today, stacks: inputs },
    ...{ headMesh, findings: [], accepted: [], limits: [] },
    holdsSecret: (text) => secrets.holds(text),
  });
  const refusal = (hash: string): string => `meshwright deploy refuses it until ${hash} is accepted`;
  const lines = renderPlans(review, {
    paint,
    ...(manifest.allowDestroy === true ? {} : { unaccepted: refusal }),
  });
  const news = made.length === 0 ? [] : [`${counted(made.length, "stack")} new as a whole: ${listed(made)}`];
  const between = news.length > 0 && lines.length > 0 ? [""] : [];
  // A secret that a line is broken in is not found.
  const told = lines.map((line) => secrets.redact(line));
  return [...wrapped(news, columns), ...between, ...wrapped(told, columns)];
}

function plannedStacks(stacks: readonly StackReport[], workspace: OfflineWorkspace, headMesh: MeshSide) {
  const publicWords = publicWordsOf({ ...NOTHING, mesh: headMesh });
  return stacks.flatMap(({ stack, planFile }): { planned: PlannedStack; isNew: boolean }[] => {
    if (planFile === undefined) return [];
    const { constructs, prevented, addresses } = previewDocument(stackFile(workspace.outdir, stack));
    const domain = domainOfStack(headMesh.index.mesh, stack);
    const read = readStackPlan(stack, readFileSync(planFile), publicWords);
    const made = read.plan.changes.filter(({ action, mode }) => action === "create" && mode === "managed");
    const facts = { stack, constructs, prevented, read, proven: false };
    return [
      {
        planned: domain === undefined ? facts : { ...facts, domain },
        isNew: made.length > 0 && made.length >= addresses.size,
      },
    ];
  });
}
