import { VERDICTS, type Verdict } from "../../../model";
import { html, NOTHING, type Markup } from "./markup";

/** The verdict as a label of its colour; the sign of a comment would look otherwise on every machine. */
export const pill = (verdict: Verdict): Markup =>
  html`<span class="pill v-${verdict}">${VERDICTS[verdict].words}</span>`;

/** A section with its heading; nothing when it has no content. */
export function section(id: string, title: string, content: readonly Markup[], lead?: Markup): Markup {
  if (content.length === 0) return NOTHING;
  return html`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${lead === undefined ? NOTHING : html`<p class="lead">${lead}</p> `}${content}
  </section> `;
}

/** A line to copy; its button appears where there is a script. */
export function toCopy(text: string): Markup {
  return html`<div class="copy">
    <pre tabindex="0">${text}</pre>
    <button type="button" class="js" hidden>Copy</button>
  </div> `;
}

/** Names as code with commas between them. */
export const commaed = (names: readonly Markup[]): Markup =>
  html`${names.map((name, at) => html`${at === 0 ? "" : ", "}${name}`)}`;
