import type { Finding } from "../../../../finding";
import type { Review } from "../../../model";
import { code, html, NOTHING, section, type Markup } from "../markup";

/** What the mesh's own rules say. */
export function findings(review: Review): Markup {
  if (review.findings.length === 0) return NOTHING;
  return section("findings", "Findings", [
    html`<ul class="cards">
      ${review.findings.map(finding)}
    </ul>`,
  ]);
}

function finding({
  severity,
  code: rule,
  message,
  value,
  rule: allowed,
  fix,
  at,
  position,
}: Finding): Markup {
  return html`<li class="card s-${severity} find">
    <p class="tags">
      <span class="pill s-${severity}">${severity}</span> ${code(rule)}
      <span class="quiet">${code(`${at.file}:${position.line}:${position.column}`)}</span>
    </p>
    <p class="effect">${message}${value === undefined ? NOTHING : html` ${code(value)}`}</p>
    ${allowed === undefined ? NOTHING : html`<p>${allowed}</p> `}${fix === undefined ? NOTHING : html`<p class="way-out"><b>Fix:</b> ${fix}</p> `}
  </li> `;
}
