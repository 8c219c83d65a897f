import type { AccessChange, Review } from "../../../model";
import { accessLinesOf, accessText, accessWord, type AccessLine } from "../../facts/access-lines";
import { counted } from "../../facts/words";
import { code, html, NOTHING, section, startedSentence, type Markup } from "../markup";

const SIGNS = { gained: "+", changed: "~", lost: "−" } as const satisfies Record<
  AccessChange["direction"],
  string
>;

/** What each kind of line is about, in the order on the page. */
const TITLES = {
  agreement: "Agreements",
  open: "What no agreement explains",
  own: "Within domains",
} as const satisfies Record<AccessLine["kind"], string>;

/** Who can do what afterwards and could not before, and the other way round: the agreements first. */
export function access(review: Review): Markup {
  const lines = accessLinesOf(review.access);
  const isKnown = review.access.some(({ because }) => because !== undefined);
  const kinds = Object.keys(TITLES) as AccessLine["kind"][];
  return section(
    "access",
    "Access",
    kinds.flatMap((kind) => {
      const told = lines.filter((line) => line.kind === kind);
      if (told.length === 0) return [];
      return [
        html`${isKnown ? html`<h3>${TITLES[kind]}</h3> ` : NOTHING}
          <ul class="lines signed">
            ${told.map(item)}
          </ul> `,
      ];
    }),
  );
}

function item(line: AccessLine): Markup {
  const { direction, details } = line;
  return html`<li class="find ${direction}">
    <span class="sign">${SIGNS[direction]}</span>
    <span class="system">${accessWord(line)}</span>
    ${startedSentence(accessText(line))}${details.length === 0 ? NOTHING : fold(details)}
  </li> `;
}

function fold(details: readonly AccessChange[]): Markup {
  return html`<details class="plain">
    <summary>${counted(details.length, "change")}</summary>
    <ul class="lines">
      ${details.map(detail)}
    </ul>
  </details> `;
}

const detail = ({ sentence, system, stack }: AccessChange): Markup =>
  html`<li class="find">
    <span class="system">${system}</span>
    ${startedSentence(sentence)}${stack === undefined ? NOTHING : html` <span class="quiet">${code(stack)}</span>`}
  </li> `;
