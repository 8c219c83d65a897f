import { extname } from "node:path";
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

/**
 * The form that a file's name asks for.
 *
 * @throws Error when it asks for none.
 */
export function formOf(file: string): Form {
  const forms = Object.keys(FORMS) as Form[];
  const found = forms.find((form) => FORMS[form] === extname(file));
  if (found !== undefined) return found;
  throw new Error(
    `'${file}' says no form of a review; let its name end in ${Object.values(FORMS).join(", ")}`,
  );
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
