import type { LossSet, Review } from "../../../model";
import { counted } from "../../facts/words";
import { code, html, NOTHING, section, sentence, startedSentence, toCopy, type Markup } from "../markup";

/** What is to be accepted before data may go, and how. */
export function losses({ lossSets }: Review): Markup {
  return section(
    "losses",
    "Data loss to acknowledge",
    lossSets.map(lossSet),
    html`A line holds for exactly these losses: it is void as soon as they differ.`,
  );
}

function lossSet({ domain, hash, losses: lost, acknowledged, entry, file }: LossSet): Markup {
  const where = file === undefined ? html`the <code>acknowledgements</code> of its manifest` : code(file);
  return html`<article class="card ${acknowledged === undefined ? "v-dataLoss" : "v-additive"} find">
    <h3>${code(domain)} loses ${counted(lost.length, "thing")} <span class="quiet">${code(hash)}</span></h3>
    <ul class="lines">
      ${lost.map(({ stack, address, sentence: said }) => html`<li>${startedSentence(said)} <span class="quiet">${code(stack)} ${code(address)}</span></li> `)}
    </ul>
    ${
      acknowledged === undefined
        ? html`<p>To accept it, add this to ${where}, or the label ${code(hash)} to the pull request:</p>
            ${toCopy(entry)}`
        : html`<p>
            <span class="pill accepted">acknowledged</span> by
            ${acknowledged.by === "label" ? "a label of the pull request" : "the manifest"}${acknowledged.reason === undefined ? NOTHING : html`: ${sentence([{ code: acknowledged.reason }])}`}
          </p> `
    }
  </article> `;
}
