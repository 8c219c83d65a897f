import type { Review } from "../../../model";
import { countsText, rowsOf, SIGNS, type DomainRow } from "../../facts/rows";
import { code, commaed, html, pill, section, type Markup } from "../markup";

/** One row per domain that changes. */
export function summary(review: Review): Markup {
  const rows = rowsOf(review);
  if (rows.length === 0) return section("domains", "Domains", []);
  return section("domains", "Domains", [
    html`<table class="rows">
        <thead>
          <tr>
            <th scope="col">Domain</th>
            <th scope="col">Verdict</th>
            <th scope="col">Resources</th>
            <th scope="col">Read by</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => domainRow(row, review))}
        </tbody>
      </table>
      <p class="quiet legend">
        ${SIGNS.map(([field, sign]) => html`<span><b>${sign}</b> ${field}</span> `)}<span
          ><b>drift</b> changed by somebody else</span
        >
      </p>`,
  ]);
}

function domainRow({ domain, verdict, counts, consumers }: DomainRow, { stacks }: Review): Markup {
  const first = stacks.findIndex((stack) => (stack.domain ?? stack.stack) === domain);
  const name = first < 0 ? code(domain) : html`<a href="#stack-${first}">${code(domain)}</a>`;
  const changes = [countsText(counts), counts.drift > 0 ? `${counts.drift} drift` : ""].filter(
    (text) => text !== "",
  );
  return html`<tr class="find">
    <th scope="row">${name}</th>
    <td data-label="Verdict">${pill(verdict)}</td>
    <td data-label="Resources" class="counts">${changes.length === 0 ? "–" : changes.join(" · ")}</td>
    <td data-label="Read by">${consumers.length === 0 ? "–" : commaed(consumers.map(code))}</td>
  </tr> `;
}
