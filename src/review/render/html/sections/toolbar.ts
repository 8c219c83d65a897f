import { html, type Markup } from "../markup";

/** Search and folding; shown where there is a script. */
export function toolbar(): Markup {
  return html`<div class="toolbar js" role="search" hidden>
    <label for="search" class="unseen">Filter resources and consumers</label>
    <input
      id="search"
      type="search"
      placeholder="Filter resources and consumers"
      autocomplete="off"
      spellcheck="false"
      aria-describedby="found keys"
    />
    <output id="found" for="search" aria-live="polite"></output>
    <span class="keys" id="keys"><kbd>/</kbd> search <kbd>Enter</kbd> next <kbd>Esc</kbd> clear</span>
    <button type="button" id="expand" aria-keyshortcuts="e">Expand all <kbd>e</kbd></button>
    <button type="button" id="collapse" aria-keyshortcuts="c">Collapse all <kbd>c</kbd></button>
  </div> `;
}
