import type { Review } from "../../../model";
import { answerOf } from "../../answer";
import { code, html, NOTHING, pill, sentence, toCopy, type Markup } from "../markup";

/** The answer to "is it safe to merge?", and what the review is of. */
export function banner(review: Review): Markup {
  const { readiness, headline, reasons } = answerOf(review);
  const { environment, head, base, uncommitted, command, verdict } = review;
  return html`<header class="banner r-${readiness}">
    <p class="over"><span>Plan review</span> ${code(review.id)} ${pill(verdict)}</p>
    <h1>${headline.replace(/:$/, "")}</h1>
    <p class="answer">${sentence(reasons)}.</p>
    <dl class="facts">
      <div>
        <dt>Environment</dt>
        <dd>${code(environment)}</dd>
      </div>
      ${commit("Head", head, uncommitted)}${commit("Base", base)}
    </dl>
    ${
      command === undefined
        ? NOTHING
        : html`<details class="plain">
            <summary>How to make this review again</summary>
            ${toCopy(command)}
          </details> `
    }
  </header> `;
}

function commit(title: string, sha: string | undefined, uncommitted = false): Markup {
  if (sha === undefined) return NOTHING;
  return html`<div>
    <dt>${title}</dt>
    <dd>
      <code title="${sha}">${sha.slice(0, 12)}</code
      >${uncommitted ? " and changes that are in no commit" : ""}
    </dd>
  </div> `;
}
