import { VERDICTS } from "../../../model";
import { visible } from "../../facts/visible";
import { html, NOTHING, type Markup } from "../markup";
import { LABEL_HEIGHT, NOTE_HEIGHT, type Box, type Drawing, type Line } from "./layout";

/** Most characters of a line in a box. */
const LABEL_COLUMNS = 22;
const NOTE_COLUMNS = 28;

/** Where text starts: ports have round ends. */
const INSET = { port: 22, reader: 14 } as const;

/** The drawing as SVG, in the colours of the page. */
export function lineageSvg({ width, height, boxes, lines }: Drawing, description: string): Markup {
  return html`<svg
    class="lineage"
    width="${width}"
    height="${height}"
    viewBox="0 0 ${width} ${height}"
    role="img"
    aria-labelledby="lineage-name lineage-text"
  >
    <title id="lineage-name">Lineage of what is affected</title>
    <desc id="lineage-text">${description}</desc>
    <defs>
      <marker id="arrow" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="7" markerHeight="7" orient="auto">
        <path d="M0 0L8 4L0 8z" />
      </marker>
    </defs>
    ${lines.map(lineSvg)}${boxes.map(boxSvg)}
  </svg> `;
}

const lineSvg = ({ edge, path }: Line): Markup =>
  html`<path class="edge${edge.direct ? "" : " further"}" d="${path}" marker-end="url(#arrow)" /> `;

function boxSvg({ node, x, y, width, height }: Box): Markup {
  const { kind, name, label, notes, verdict } = node;
  const changes = kind === "port" && verdict !== "none";
  const title = [name, ...notes, ...(changes ? [VERDICTS[verdict].words] : [])].join("\n");
  const inset = INSET[kind];
  const dot = html`<circle class="dot" cx="${width - 18}" cy="${height / 2}" r="5" /> `;
  const lines = notes.map(
    (note, at) =>
      html`<text class="note" x="${inset}" y="${LABEL_HEIGHT + 9 + at * NOTE_HEIGHT}">
        ${cut(note, NOTE_COLUMNS)}
      </text> `,
  );
  return html`<g class="node ${kind} v-${verdict}" transform="translate(${Math.round(x)} ${Math.round(y)})">
    <title>${title}</title>
    <rect width="${width}" height="${height}" rx="${kind === "port" ? height / 2 : 8}" />
    <text class="label" x="${inset}" y="${LABEL_HEIGHT / 2 + 5}">${cut(label, LABEL_COLUMNS)}</text>
    ${changes ? dot : NOTHING}${lines}
  </g> `;
}

/** The start and the end of a long name: the end holds the version. */
function cut(text: string, columns: number): string {
  const letters = [...visible(text)];
  if (letters.length <= columns) return letters.join("");
  const tail = 7;
  return `${letters.slice(0, columns - tail - 1).join("")}…${letters.slice(-tail).join("")}`;
}
