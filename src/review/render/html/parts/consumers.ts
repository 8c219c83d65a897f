import type { Consumer } from "../../../model";
import { counted } from "../../facts/words";
import { code, commaed, html, NOTHING, type Markup } from "../markup";

/** Who reads it: domain, team, port, apps and products, and until when. */
export function consumerList(consumers: readonly Consumer[]): Markup {
  if (consumers.length === 0) return NOTHING;
  return html`<div class="consumers">
    <p class="small-title">Read by ${counted(consumers.length, "domain")}</p>
    <ul class="lines">
      ${consumers.map(item)}
    </ul>
  </div> `;
}

function item({ domain, team, port, apps, products, until, direct }: Consumer): Markup {
  const facts = [
    html`team ${code(team)}`,
    html`${direct ? "reads" : "further down, reads"} ${code(port)}`,
    ...(apps.length === 0 ? [] : [html`by ${commaed(apps.map(code))}`]),
    ...(products.length === 0 ? [] : [html`for ${commaed(products.map(code))}`]),
    ...(until === undefined ? [] : [html`agreed until ${until}`]),
  ];
  return html`<li class="find${direct ? "" : " further"}">
    <b>${code(domain)}</b> <span class="quiet">${commaed(facts)}</span>
  </li> `;
}
