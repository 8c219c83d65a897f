import type { Review } from "../../../model";
import { eyesOf, type Eye } from "../../facts/eyes";
import {
  code,
  commaed,
  html,
  NOTHING,
  pill,
  section,
  sentence,
  startedSentence,
  type Markup,
} from "../markup";

/** What is lost, breaks or is refused. */
export function eyes(review: Review): Markup {
  const cards = eyesOf(review).map(card);
  return section(
    "eyes",
    "What needs your eyes",
    cards.length === 0
      ? []
      : [
          html`<ul class="cards">
            ${cards}
          </ul>`,
        ],
  );
}

function card({ verdict, sentence: said, cause, where, consumers, wayOut, acknowledged }: Eye): Markup {
  return html`<li class="card v-${verdict} find">
    <p class="tags">
      ${pill(verdict)}${acknowledged ? html` <span class="pill accepted">acknowledged</span>` : NOTHING}
    </p>
    <p class="effect">${startedSentence(said)}.</p>
    <dl class="facts">
      <div>
        <dt>Where</dt>
        <dd>${code(where)}</dd>
      </div>
      ${
        cause === undefined
          ? NOTHING
          : html`<div>
              <dt>Because of</dt>
              <dd>${code(cause)}</dd>
            </div> `
      }${
        consumers.length === 0
          ? NOTHING
          : html`<div>
              <dt>Read by</dt>
              <dd>${commaed(consumers.map(code))}</dd>
            </div> `
      }
    </dl>
    ${wayOut === undefined ? NOTHING : html`<p class="way-out"><b>Instead:</b> ${sentence(wayOut)}.</p> `}
  </li> `;
}
