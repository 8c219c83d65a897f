import type { Review, StackReview, Verdict } from "../../../model";
import { countsText } from "../../facts/rows";
import { counted } from "../../facts/words";
import { code, html, NOTHING, pill, section, startedSentence, type Markup } from "../markup";
import { resource } from "../parts";

/** Verdicts that a stack is shown open for. */
const OPEN: ReadonlySet<Verdict> = new Set(["planFailed", "dataLoss", "breaks"]);
/** Most stacks that are open: more are a wall. */
const MOST_OPEN = 5;

/** Every stack that changes, with all that changes in it. */
export function stacks(review: Review): Markup {
  return section("stacks", "Stacks", review.stacks.map(stack));
}

function stack(review: StackReview, at: number): Markup {
  const { stack: name, verdict, counts, resources } = review;
  const open = at < MOST_OPEN && OPEN.has(verdict) ? html` open` : NOTHING;
  const parts = [
    troubles(review),
    resources.filter((each) => !isStateOnly(each)).map(resource),
    group(
      "Moved, taken over or let go: the things themselves stay",
      resources.filter(isStateOnly).map(resource),
    ),
    group("Changed by somebody else since the last apply", drift(review)),
    group("Outputs", outputs(review)),
  ];
  return html`<details class="stack v-${verdict}" id="stack-${at}" ${open}>
    <summary>
      <span class="name">${code(name)}</span>
      <span class="counts">${countsText(counts)}</span> ${pill(verdict)}
    </summary>
    <div class="body">${parts}</div>
  </details> `;
}

/** What failed, and what did not pass. */
function troubles({ error, remarks }: StackReview): Markup[] {
  return [
    ...(error === undefined ? [] : [html`<p class="error find">${error}</p> `]),
    ...remarks.map((remark) => html`<p class="remark find">${startedSentence(remark)}.</p> `),
  ];
}

/** What changes Terraform's notes only. */
function isStateOnly({ action }: StackReview["resources"][number]): boolean {
  return action === "no-op" || action === "forget";
}

function drift({ drift: changed, otherDrift }: StackReview): Markup[] {
  const others = html`<p class="quiet">
    ${counted(otherDrift, "other change")} of somebody else, that this plan does not depend on
  </p> `;
  return [...changed.map(resource), ...(otherDrift === 0 ? [] : [others])];
}

function outputs({ outputs: changed }: StackReview): Markup[] {
  if (changed.length === 0) return [];
  const items = changed.map(
    ({ name, action }) => html`<li class="find">${code(name)} <span class="quiet">${action}</span></li> `,
  );
  return [
    html`<ul class="lines">
      ${items}
    </ul> `,
  ];
}

function group(title: string, content: readonly Markup[]): Markup {
  return content.length === 0
    ? NOTHING
    : html`<p class="small-title">${title}</p>
        ${content}`;
}
