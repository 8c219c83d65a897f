import type { Document } from "yaml";
import { MAX_DEPTH, parseText, positionAt, type Problem } from "../../finding";
import { INPUT_LIMITS } from "../limits";
import { error } from "../problem";
import { decode } from "./decode";
import { PlainData } from "./plain-data";
import { readSimpleYaml } from "./simple-yaml";
import { syntaxError, syntaxProblem } from "./syntax";

/** What a YAML file says. */
export interface YamlResult {
  /** Text, finite numbers, booleans, null, lists and plain objects; undefined when there are problems. */
  readonly value?: unknown;
  readonly problems: readonly Problem[];
}

/** Reads a file of strict UTF-8 that holds one document of YAML 1.2's core schema, without tags and merge keys. */
export function readYaml(file: string, bytes: Uint8Array): YamlResult {
  const decoded = decode(file, bytes);
  return "text" in decoded ? parseYaml(file, decoded.text) : decoded;
}

/** As {@link readYaml}, from text. */
export function parseYaml(file: string, text: string): YamlResult {
  const simple = readSimpleYaml(text);
  return simple === undefined ? parseAnyYaml(file, text) : { value: simple, problems: [] };
}

/** As {@link parseYaml}, always through the `yaml` package, which alone knows all of YAML and what is wrong with it. */
export function parseAnyYaml(file: string, text: string): YamlResult {
  const { documents, tooDeepAt } = parseText(text);
  if (tooDeepAt !== undefined) return { problems: [tooDeep(file, text, tooDeepAt)] };

  const [document, second] = documents;
  const problems = documents
    .flatMap(({ errors, warnings }) => [
      ...errors,
      ...warnings.filter(({ code }) => code === "BAD_DIRECTIVE"),
    ])
    .slice(0, INPUT_LIMITS.syntaxProblems)
    .map((each) => syntaxProblem(file, text, each));
  if (document !== undefined && hasDirectives(document)) problems.push(directive(file, text));
  if (second !== undefined) problems.push(severalDocuments(file, text, second.range[0]));
  if (problems.length > 0) return { problems };
  if (document === undefined || document.contents === null || isBlank(document))
    return { problems: [empty(file)] };

  const data = new PlainData(file, text);
  const value = data.of(document.contents);
  return data.problems.length > 0 ? { problems: data.problems } : { value, problems: [] };
}

/** A `%YAML` line could switch to another version's rules, a `%TAG` line could rename tags. */
function hasDirectives({ directives }: Document.Parsed): boolean {
  return directives.yaml.explicit === true || Object.keys(directives.tags).length > 1;
}

function isBlank({ contents }: Document.Parsed): boolean {
  return contents !== null && "source" in contents && contents.source === "" && contents.anchor === undefined;
}

const START = { line: 1, column: 1 };

const empty = (file: string): Problem =>
  error(
    "FileEmpty",
    { file, path: [], position: START },
    { message: "the file is empty", fix: "fill it or delete it" },
  );

const tooDeep = (file: string, text: string, offset: number): Problem =>
  error(
    "InputTooLarge",
    { file, path: [], position: positionAt(text, offset) },
    {
      message: "lists and fields are nested too deeply",
      rule: `at most ${MAX_DEPTH} levels`,
      fix: "flatten the file",
    },
  );

const directive = (file: string, text: string): Problem =>
  syntaxError(file, text, text.search(/^%/m), {
    message: "a line that starts with '%' is not read",
    fix: "remove the line",
  });

const severalDocuments = (file: string, text: string, offset: number): Problem =>
  syntaxError(file, text, offset, {
    message: "a second document starts here",
    rule: "one document per file",
    fix: "remove the '---' line, or move what follows into a file of its own",
  });
