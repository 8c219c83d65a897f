import { pathText, type AttributeDiff, type DiffLine } from "../../../model";
import { valueText } from "../../facts/values";
import { shortText } from "../../facts/visible";
import { code, html, MAX_CHARACTERS, NOTHING, sentence, type Markup } from "../markup";

/** How attributes change, one block each. */
export function attributeDiffs(attributes: readonly AttributeDiff[], unknown: number): Markup {
  if (attributes.length + unknown === 0) return NOTHING;
  return html`<dl class="diff">
    ${attributes.map(attribute)}${
      unknown === 0
        ? NOTHING
        : html`<div class="quiet">
            <dt>${unknown} more</dt>
            <dd>known after the apply</dd>
          </div> `
    }
  </dl> `;
}

function attribute(diff: AttributeDiff): Markup {
  const { path, forces } = diff;
  return html`<div>
    <dt>
      ${code(pathText(path))}${forces ? html` <span class="weight major">forces a replacement</span>` : NOTHING}
    </dt>
    <dd>${change(diff)}</dd>
  </div> `;
}

function change({ before, after, note, lines }: AttributeDiff): Markup {
  if (lines !== undefined && lines.length > 0) {
    return html`${note === undefined ? NOTHING : html`<p class="quiet">${note}</p>`}
      <ul class="policy">
        ${lines.map(policyLine)}
      </ul>`;
  }
  if (note !== undefined) return html`<span class="quiet">${note}</span>`;
  if (before === undefined && after === undefined) return html`<span class="quiet">not there</span>`;
  return html`${before === undefined ? NOTHING : html`<del>${shown(valueText(before))}</del> `}${after === undefined ? NOTHING : html`<ins>${shown(valueText(after))}</ins>`}`;
}

const CLASSES = { "+": "plus", "-": "minus", "~": "changed" } as const;

function policyLine({ sign, text }: DiffLine): Markup {
  return html`<li class="${CLASSES[sign]}">
    <span class="sign">${sign === "-" ? "−" : sign}</span> ${sentence(text)}
  </li> `;
}

const shown = (text: string): string => shortText(text, MAX_CHARACTERS);
