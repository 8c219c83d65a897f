import type { ContractChangeReview, ProductReview, Review } from "../../../model";
import { consumerList } from "../parts";
import { code, html, NOTHING, pill, section, sentence, startedSentence, type Markup } from "../markup";

/** Products whose contract changes. */
export function contracts({ products }: Review): Markup {
  return section("contracts", "Contracts", products.map(product));
}

function product(review: ProductReview): Markup {
  const { port, verdict, changes, consumers, wayOut, file } = review;
  return html`<article class="card v-${verdict} find">
    <h3>${code(port)} ${pill(verdict)}</h3>
    <p class="quiet">${versions(review)} · ${code(file)}</p>
    ${
      changes.length === 0
        ? NOTHING
        : html`<ul class="lines">
            ${changes.map(change)}
          </ul> `
    }${wayOut === undefined ? NOTHING : html`<p class="way-out"><b>Instead:</b> ${sentence(wayOut)}.</p> `}${consumerList(consumers)}
  </article> `;
}

function versions({ versionBefore, versionAfter, needed, declared }: ProductReview): Markup {
  if (declared === "new") return html`new, version ${code(versionAfter ?? "?")}`;
  if (declared === "gone") return html`gone, version ${code(versionBefore ?? "?")} was the last`;
  if (versionBefore === versionAfter && needed === "none")
    return html`version ${code(versionAfter ?? "?")} stays`;
  const step = declared === "none" ? "not raised" : `a ${declared}`;
  const need = needed === "none" ? "" : `, needs a ${needed}`;
  return html`version ${code(versionBefore ?? "?")} → ${code(versionAfter ?? "?")}: ${step}${need}`;
}

/** What is no matter of the contract's version, by the first letters of its kind. */
const BESIDES = [
  [/^share/, "share"],
  [/^port/, "port"],
  [/^(lifecycle|sunset|product)/, "lifecycle"],
  [/^(slo|retention)/, "promise"],
] as const satisfies readonly (readonly [RegExp, string])[];

/** How much a change of the contract asks for; what else it is about. */
const labelOf = ({ kind, compatibility }: ContractChangeReview): string =>
  compatibility === "none" ? (BESIDES.find(([of]) => of.test(kind))?.[1] ?? "patch") : compatibility;

function change(review: ContractChangeReview): Markup {
  const { sentence: said, compatibility, overridden } = review;
  return html`<li>
    <span class="weight ${compatibility}">${labelOf(review)}</span>
    ${startedSentence(said)}${
      overridden === undefined
        ? NOTHING
        : html` <span class="quiet"
            >weighed otherwise until ${overridden.until}: ${sentence([{ code: overridden.reason }])}</span
          >`
    }
  </li> `;
}
