import { VERDICTS, type ResourceReview, type Verdict } from "../../../model";
import { sortedBy } from "../../facts/order";
import { counted, numeral } from "../../facts/words";
import { code, commaed, html, NOTHING, sentence, startedSentence, type Markup } from "../markup";

/** Resources with what they mean, and without their attributes; those of one verdict together. */
export const briefly = (resources: readonly ResourceReview[]): Markup[] =>
  [...byVerdict(resources)].map(
    ([verdict, some]) =>
      html`${title(verdict, some.length)}
        <ul class="lines">
          ${some.map(line)}
        </ul> `,
  );

function line({ address, effects }: ResourceReview): Markup {
  const [first, ...more] = effects;
  return html`<li class="find">
    ${code(address)}${first === undefined ? NOTHING : html`: ${sentence(first.sentence)}`}${more.map((effect) => html`; ${sentence(effect.sentence)}`)}
  </li> `;
}

/** Addresses only; those of one verdict together. */
export const byAddress = (resources: readonly ResourceReview[]): Markup[] =>
  [...byVerdict(resources)].map(
    ([verdict, some]) =>
      html`${title(verdict, some.length)}
        <p class="find">${commaed(some.map(({ address }) => code(address)))}</p> `,
  );

/** How many there are of each type. */
export function byType(resources: readonly ResourceReview[]): Markup[] {
  if (resources.length === 0) return [];
  const numbers = new Map<string, number>();
  for (const { type } of resources) numbers.set(type, (numbers.get(type) ?? 0) + 1);
  const types = sortedBy([...numbers], ([type]) => type);
  return [
    html`<p class="quiet find">
      ${counted(resources.length, "more change")} without a risk:
      ${commaed(types.map(([type, number]) => html`${numeral(number)} ${code(type)}`))}
    </p> `,
  ];
}

const title = (verdict: Verdict, number: number): Markup =>
  html`<p class="small-title">${startedSentence([VERDICTS[verdict].words])} (${numeral(number)})</p>`;

function byVerdict(resources: readonly ResourceReview[]): ReadonlyMap<Verdict, readonly ResourceReview[]> {
  const groups = new Map<Verdict, ResourceReview[]>();
  for (const resource of resources) {
    const group = groups.get(resource.verdict);
    if (group === undefined) groups.set(resource.verdict, [resource]);
    else group.push(resource);
  }
  return groups;
}
