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
  const step = declared === "none" ? "not raised" : `a ${declared}`;
  const need = needed === "none" ? "" : `, needs a ${needed}`;
  return html`version ${code(versionBefore ?? "?")} → ${code(versionAfter ?? "?")}: ${step}${need}`;
}

function change({ sentence: said, compatibility, overridden }: ContractChangeReview): Markup {
  return html`<li>
    <span class="weight ${compatibility}">${compatibility === "none" ? "patch" : compatibility}</span>
    ${startedSentence(said)}${
      overridden === undefined
        ? NOTHING
        : html` <span class="quiet"
            >weighed otherwise until ${overridden.until}: ${sentence([{ code: overridden.reason }])}</span
          >`
    }
  </li> `;
}
