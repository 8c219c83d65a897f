import type { ResourceReview, Review, StackReview, Verdict } from "../../../model";
import { countsText } from "../../facts/rows";
import { counted } from "../../facts/words";
import { isUnprotected } from "../../../unprotected";
import { code, html, NOTHING, pill, section, startedSentence, type Markup } from "../markup";
import { briefly, byAddress, byType, resource } from "../parts";
import { byRoom, roomsOf, type Room } from "./room";

/** Verdicts that a stack is shown open for. */
const OPEN: ReadonlySet<Verdict> = new Set(["planFailed", "dataLoss", "breaks"]);
/** Most stacks that are open: more are a wall. */
const MOST_OPEN = 5;

/** Every stack that changes, with all that changes in it. */
export function stacks(review: Review): Markup {
  const rooms = roomsOf(review);
  const told = review.stacks.map((each, at) => stack(each, at, rooms));
  const isWhole = review.stacks.every(({ resources, drift }) =>
    [...resources, ...drift].every(({ verdict }) => rooms[verdict] === "full"),
  );
  return section("stacks", "Stacks", told, isWhole ? undefined : SHORTENED);
}

type Rooms = Readonly<Record<Verdict, Room>>;

const SHORTENED = html`There are too many changes for one page: what is lost or breaks is told one by one, of
  what carries less risk only what it is or how many there are. The review as JSON (<code>--format json</code
  >) leaves nothing out.`;

function stack(review: StackReview, at: number, rooms: Rooms): Markup {
  const { stack: name, verdict, counts, resources } = review;
  const open = at < MOST_OPEN && OPEN.has(verdict) ? html` open` : NOTHING;
  const parts = [
    troubles(review),
    told(
      resources.filter((each) => !isStateOnly(each)),
      rooms,
    ),
    group(
      "Moved, taken over or let go: the things themselves stay",
      told(resources.filter(isStateOnly), rooms),
    ),
    group("Changed by somebody else since the last apply", drift(review, rooms)),
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

/** As much of resources as there is room for on the page. */
function told(resources: readonly ResourceReview[], rooms: Rooms): Markup[] {
  const { full, brief, address, counted: rest } = byRoom(resources, rooms);
  return [...full.map(resource), ...briefly(brief), ...byAddress(address), ...byType(rest)];
}

/** What failed, and what did not pass. */
function troubles({ error, remarks }: StackReview): Markup[] {
  return [
    ...(error === undefined ? [] : [html`<p class="error find">${error}</p> `]),
    ...remarks.map((remark) => html`<p class="remark find">${startedSentence(remark)}.</p> `),
  ];
}

/** What changes Terraform's notes only. */
function isStateOnly(resource: StackReview["resources"][number]): boolean {
  const { action } = resource;
  return (action === "no-op" && !isUnprotected(resource)) || action === "forget";
}

function drift({ drift: changed, otherDrift }: StackReview, rooms: Rooms): Markup[] {
  const others = html`<p class="quiet">
    ${counted(otherDrift, "other change")} of somebody else, that this plan does not depend on
  </p> `;
  return [...told(changed, rooms), ...(otherDrift === 0 ? [] : [others])];
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
