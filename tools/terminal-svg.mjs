// Turns what a command prints on a terminal into a picture: node tools/terminal-svg.mjs "npm start" < output > docs/start.svg
// Reads the output with its colours (SGR sequences) from standard input; the argument is shown as the command line.
import { readFileSync } from "node:fs";

const [command = ""] = process.argv.slice(2);
const CHAR_WIDTH = 8.05;
const LINE_HEIGHT = 19;
const PADDING = 18;

const COLOURS = { 31: "red", 32: "green", 33: "yellow", 34: "blue", 35: "magenta", 36: "cyan", 90: "dim" };
const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** The spans of a line, and the style it ends with. */
function spansOf(line, style) {
  const spans = [];
  for (const part of line.split(/(\x1b\[[0-9;]*m)/)) {
    const codes = /^\x1b\[([0-9;]*)m$/.exec(part)?.[1];
    if (codes === undefined) {
      if (part !== "") spans.push({ text: part, classes: Object.values(style).filter(Boolean) });
      continue;
    }
    for (const code of codes.split(";").map(Number)) {
      if (code === 0) style = {};
      else if (code === 1) style = { ...style, weight: "bold" };
      else if (code === 2) style = { ...style, weight: "dim" };
      else if (code === 22) style = { ...style, weight: undefined };
      else if (code === 39) style = { ...style, colour: undefined };
      else if (COLOURS[code]) style = { ...style, colour: COLOURS[code] };
    }
  }
  return { spans, style };
}

const output = readFileSync(0, "utf8").replaceAll("\r", "").trimEnd().split("\n");
const lines = [`\x1b[2m$\x1b[22m \x1b[1m${command}\x1b[22m`, ...output];
const plain = lines.map((line) => line.replace(/\x1b\[[0-9;]*m/g, ""));
const width = Math.ceil(Math.max(...plain.map((line) => line.length)) * CHAR_WIDTH + 2 * PADDING);
const height = lines.length * LINE_HEIGHT + 2 * PADDING;

let style = {};
const rows = lines.map((line, at) => {
  const row = spansOf(line, style);
  style = row.style;
  const spans = row.spans.map(
    ({ text, classes }) => `<tspan class="${classes.join(" ")}">${escape(text)}</tspan>`,
  );
  return `<text x="${PADDING}" y="${PADDING + 14 + at * LINE_HEIGHT}" xml:space="preserve">${spans.join("")}</text>`;
});

console.log(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escape(command)}">
<style>
  rect { fill: #0d1117; }
  text { font: 13.4px ui-monospace, "SFMono-Regular", Menlo, "DejaVu Sans Mono", monospace; fill: #e6edf3; white-space: pre; }
  .bold { font-weight: 600; } .dim { fill: #8b949e; }
  .red { fill: #ff7b72; } .green { fill: #7ee787; } .yellow { fill: #f2cc60; }
  .blue { fill: #79c0ff; } .magenta { fill: #d2a8ff; } .cyan { fill: #76e3ea; }
</style>
<rect width="${width}" height="${height}" rx="8"/>
${rows.join("\n")}
</svg>`);
