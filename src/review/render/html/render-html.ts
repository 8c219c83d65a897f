import { createHash } from "node:crypto";
import { VERDICTS, type Review } from "../../model";
import { titleOf } from "../facts/title";
import { lineageSection } from "./lineage";
import { html, verbatim, type Markup } from "./markup";
import { PAGE_SCRIPT } from "./page/script";
import { PAGE_STYLE } from "./page/style";
import * as sections from "./sections";

/**
 * The review as one page that stands alone: style and script are in it, nothing is loaded from anywhere, and the page's own
 * policy forbids it. It works without the script; search, folding of all and copying need it.
 */
export function renderHtml(review: Review): string {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
        <title>${titleOf(review).words}: plan review of ${review.id}</title>
        <link rel="icon" href="${iconOf(review)}" />
        ${STYLE}
      </head>
      <body>
        ${sections.banner(review)}${sections.toolbar()}
        <main>${contentOf(review)}</main>
        <footer><p>Plan review of ${review.id}, made from the mesh and the plan alone.</p></footer>
        ${SCRIPT}
      </body>
    </html> `;
  return page.text;
}

function contentOf(review: Review): Markup[] {
  return [
    sections.summary(review),
    sections.eyes(review),
    sections.acknowledgements(review),
    sections.approvals(review),
    lineageSection(review),
    sections.contracts(review),
    sections.access(review),
    sections.findings(review),
    sections.stacks(review),
    sections.unchanged(review),
    sections.limits(review),
  ];
}

/** To the byte: the policy holds the hashes of what is inside. */
const STYLE = verbatim(`<style>${PAGE_STYLE}</style>`);
const SCRIPT = verbatim(`<script>${PAGE_SCRIPT}</script>`);

const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Nothing but the one style sheet, the one script and the icon in the page itself. */
const POLICY = [
  "default-src 'none'",
  `style-src ${hash(PAGE_STYLE)}`,
  `script-src ${hash(PAGE_SCRIPT)}`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** The verdict's sign in the tab. */
function iconOf({ verdict }: Review): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><text y="13" font-size="13">${VERDICTS[verdict].icon}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
