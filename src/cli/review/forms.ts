import { existsSync } from "node:fs";
import { dirname, extname, resolve } from "node:path";
import { renderHtml, renderMarkdown, renderTerminal, reviewDocument, reviewSarif } from "../../review/render";
import type { Review } from "../../review/model";
import type { Io } from "../io";
import { styleOf } from "../style";
import { FORMS, type Form } from "./options";

/** Where a review is shown. */
export interface Surroundings {
  readonly io: Io;
  /** Goes before the paths of manifests: `examples/shop/`. */
  readonly prefix: string;
}

/** @throws Error when the file's name asks for no form. */
function formOf(file: string): Form {
  const forms = Object.keys(FORMS) as Form[];
  const found = forms.find((form) => FORMS[form] === extname(file));
  if (found !== undefined) return found;
  throw new Error(
    `'${file}' says no form of a review; let its name end in ${Object.values(FORMS).join(", ")}`,
  );
}

/** A file that a review is written to. */
export interface OutputFile {
  /** Absolute. */
  readonly path: string;
  readonly form: Form;
}

/**
 * The file that `--output` names: asked before anything is planned, so that no work is lost.
 *
 * @throws Error when its name asks for no form, or its folder is not there.
 */
export function outputFile(cwd: string, name: string): OutputFile {
  const path = resolve(cwd, name);
  const form = formOf(name);
  if (existsSync(dirname(path))) return { path, form };
  throw new Error(`'${name}' cannot be written: there is no folder '${dirname(name)}'`);
}

/** A review in one form. */
export function rendered(review: Review, form: Form | "human", { io, prefix }: Surroundings): string {
  switch (form) {
    case "human":
      return renderTerminal(review, styleOf(io)).join("\n");
    case "markdown":
      return renderMarkdown(review);
    case "json":
      return asJson(reviewDocument(review));
    case "sarif":
      return asJson(reviewSarif(review, { prefix }));
    case "html":
      return renderHtml(review);
  }
}

const asJson = (document: object): string => `${JSON.stringify(document, undefined, 2)}\n`;
