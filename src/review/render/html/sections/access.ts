import type { AccessChange, Review } from "../../../model";
import { code, html, NOTHING, section, startedSentence, type Markup } from "../markup";

const DIRECTIONS = [
  ["gained", "Gained", "+"],
  ["changed", "Changed", "~"],
  ["lost", "Lost", "−"],
] as const satisfies readonly (readonly [AccessChange["direction"], string, string])[];

/** Who can do what afterwards and could not before, and the other way round. */
export function access(review: Review): Markup {
  return section(
    "access",
    "Access",
    DIRECTIONS.map(([direction, title, sign]) => {
      const changes = review.access.filter((each) => each.direction === direction);
      if (changes.length === 0) return undefined;
      return html`<h3>${title}</h3>
        <ul class="lines signed ${direction}">
          ${changes.map((change) => item(change, sign))}
        </ul> `;
    }).filter((group) => group !== undefined),
  );
}

function item({ sentence, system, stack, address }: AccessChange, sign: string): Markup {
  return html`<li class="find">
    <span class="sign">${sign}</span>
    <span class="system">${system}</span>
    ${startedSentence(sentence)}${address === undefined ? NOTHING : html` <span class="quiet">${stack === undefined ? NOTHING : html`${code(stack)} `}${code(address)}</span>`}
  </li> `;
}
