import type { Review } from "../../../model";
import { counted } from "../../facts/words";
import { code, html, NOTHING, pill, section, type Markup } from "../markup";
import { lineageOf, type Graph, type GraphNode } from "./graph";
import { layoutOf } from "./layout";
import { lineageSvg } from "./svg";

/** Most boxes that are drawn: more are no picture any more. */
export const MAX_BOXES = 120;

/** Who is reached by what changes: drawn, and as a list. */
export function lineageSection(review: Review): Markup {
  const graph = lineageOf(review);
  if (graph.edges.length === 0) return NOTHING;
  const ports = graph.nodes.filter(({ kind }) => kind === "port");
  const readers = graph.nodes.filter(({ kind }) => kind === "reader");
  const said = `${counted(ports.length, "port")}, read by ${counted(readers.length, "domain")}`;
  const drawn = graph.nodes.length <= MAX_BOXES;
  const lead = drawn
    ? html`${said}, directly or through what is made of it. Dashed lines lead further down.`
    : html`${said}: too many to draw; they are listed.`;
  const drawing = drawn
    ? html`<div class="scroll" tabindex="0" role="region" aria-label="Drawing of the lineage">
        ${lineageSvg(layoutOf(graph), `${said}. The list below says the same.`)}
      </div> `
    : NOTHING;
  return section(
    "lineage",
    "Lineage of what is affected",
    [
      drawing,
      html`<details class="plain" ${drawn ? "" : html` open`}>
        <summary>The same as a list</summary>
        <ul class="tree">
          ${ports.map((port) => portItem(port, graph))}
        </ul>
      </details>`,
    ],
    lead,
  );
}

function portItem(port: GraphNode, { nodes, edges }: Graph): Markup {
  const to = new Map(edges.filter(({ from }) => from === port.id).map((edge) => [edge.to, edge]));
  const readers = nodes.filter(({ id }) => to.has(id));
  return html`<li>
    ${code(port.name)}
    ${port.verdict === "none" ? html`<span class="quiet">not changed itself</span>` : pill(port.verdict)}
    <ul>
      ${readers.map(
        ({ id, name, notes }) =>
          html`<li>
            ${code(name)}
            <span class="quiet"
              >${to.get(id)?.direct === false ? "further down, " : ""}${notes.join(", ")}</span
            >
          </li> `,
      )}
    </ul>
  </li> `;
}
