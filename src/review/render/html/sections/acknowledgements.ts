import type { BreakSet, LossSet, Review, Text } from "../../../model";
import { acknowledgementFacts } from "../../facts/acknowledgements";
import { code, html, NOTHING, section, sentence, startedSentence, toCopy, type Markup } from "../markup";

/** What has to be accepted and how, all that it is about, and what is accepted. */
export function acknowledgements(review: Review): Markup {
  const { lead, blocks, notes, sets, unmatched } = acknowledgementFacts(review);
  return section(
    "acknowledgements",
    "Acknowledgements",
    [
      ...unmatched.map((text) => html`<p class="card v-interruption">${startedSentence(text)}.</p> `),
      lines(notes),
      ...blocks.map(
        ({ words, block: { yaml } }) =>
          html`<article class="card v-dataLoss find">
            <p>${sentence(words)}</p>
            ${toCopy(yaml)}
          </article> `,
      ),
      lines(sets),
      ...review.lossSets.map((set) => riskSet(set, "v-dataLoss", set.losses)),
      ...review.breakSets.map((set) => riskSet(set, "v-breaks", set.breaks)),
    ].filter((part) => part !== NOTHING),
    lead === undefined ? undefined : sentence(lead),
  );
}

function lines(texts: readonly Text[]): Markup {
  if (texts.length === 0) return NOTHING;
  return html`<ul class="lines">
    ${texts.map((text) => html`<li>${startedSentence(text)}.</li> `)}
  </ul> `;
}

/** What a hash stands for, one by one. */
function riskSet(
  { about, hash, acknowledged }: LossSet | BreakSet,
  colour: string,
  parts: BreakSet["breaks"],
): Markup {
  const isAccepted = acknowledged !== undefined;
  return html`<article class="card ${isAccepted ? "v-additive" : colour} find">
    <h3>
      <span>${startedSentence(about)}</span> <span class="quiet">${code(hash)}</span>${
        isAccepted ? html` <span class="pill accepted">acknowledged</span>` : NOTHING
      }
    </h3>
    <ul class="lines">
      ${parts.map(({ stack, address, port, sentence: said }) => html`<li>${startedSentence(said)} <span class="quiet">${[port, stack, address].flatMap((name) => (name === undefined ? [] : [code(name), " "]))}</span></li> `)}
    </ul>
  </article> `;
}
