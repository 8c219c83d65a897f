import type { Review } from "../../../model";
import { counted } from "../../facts/words";
import { code, commaed, html, NOTHING, section, sentence, type Markup } from "../markup";

/** Stacks that stay as they are. */
export function unchanged(review: Review): Markup {
  const stacks = review.unchanged;
  if (stacks.length === 0) return NOTHING;
  const proven = stacks.filter((each) => each.proven).length;
  return section("unchanged", "Unchanged", [
    html`<details class="plain">
      <summary>
        ${counted(stacks.length, "stack")}
        unchanged${proven === 0 ? "" : `, ${proven} of them by equal bytes`}
      </summary>
      <p>${commaed(stacks.map(({ stack }) => code(stack)))}</p>
    </details>`,
  ]);
}

/** What the review cannot know. */
export function limits(review: Review): Markup {
  if (review.limits.length === 0) return NOTHING;
  return section("limits", "What this review cannot know", [
    html`<ul class="lines">
      ${review.limits.map((limit) => html`<li>${sentence(limit)}</li> `)}
    </ul>`,
  ]);
}
