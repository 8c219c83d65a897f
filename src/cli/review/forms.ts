import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, extname, join, resolve } from "node:path";
import { positionOf } from "../../finding";
import {
  renderHtml,
  renderMarkdown,
  renderTerminal,
  reviewSarif,
  reviewText,
  type SarifOptions,
} from "../../review/render";
import type { Review } from "../../review/model";
import type { Io } from "../io";
import { columnsOf, styleOf } from "../style";
import { FORMS, type Form } from "./options";

/** Where a review is shown. */
export interface Surroundings {
  readonly io: Io;
  /** Goes before the paths of manifests: `examples/shop/`. */
  readonly prefix: string;
  /** The folder of the mesh, where there is one. */
  readonly root: string | undefined;
  /** The command that writes the same review as a page. @default - there is a page already */
  readonly inFull?: string;
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
  /** As the user called it. */
  readonly name: string;
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
  if (existsSync(dirname(path))) return { path, name, form };
  throw new Error(`'${name}' cannot be written: there is no folder '${dirname(name)}'`);
}

/** @throws Error that names the file, when it cannot be written. */
export function writeOutput({ path, name }: OutputFile, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    const { code = "unknown error" } = error as NodeJS.ErrnoException;
    const why = code === "EISDIR" ? "it is a folder" : code === "EACCES" ? "it may not be written to" : code;
    throw new Error(`'${name}' cannot be written: ${why}`);
  }
}

/** A review in one form. */
export function rendered(review: Review, form: Form | "human", surroundings: Surroundings): string {
  const { io, prefix, root, inFull } = surroundings;
  switch (form) {
    case "human": {
      const columns = columnsOf(io);
      return renderTerminal(review, {
        ...{ paint: styleOf(io), prefix },
        ...(columns === undefined ? {} : { columns }),
        ...(inFull === undefined ? {} : { inFull }),
      }).join("\n");
    }
    case "markdown":
      return renderMarkdown(review);
    case "json":
      return reviewText(review);
    case "sarif":
      return asJson(reviewSarif(review, { prefix, ...placesIn(root) }));
    case "html":
      return renderHtml(review);
  }
}

/** Lines are looked up in the manifests as they are; a file that cannot be read is pointed at as a whole. */
function placesIn(root: string | undefined): Pick<SarifOptions, "positionOf"> {
  if (root === undefined) return {};
  const texts = new Map<string, string>();
  return {
    positionOf: (at) => {
      const path = join(root, at.file);
      const text = texts.get(path) ?? (existsSync(path) ? readFileSync(path, "utf8") : "");
      texts.set(path, text);
      return positionOf(text, at);
    },
  };
}

const asJson = (document: object): string => `${JSON.stringify(document, undefined, 2)}\n`;
