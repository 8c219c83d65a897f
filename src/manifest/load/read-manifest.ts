import type { z } from "zod";
import type { Problem } from "../../finding";
import { checkManifest } from "../check/check-manifest";
import { checkText, placeKey, redact, type TextFindings, type TextProfile } from "../safety";
import { decode, parseYaml, type YamlResult } from "../yaml";

/** A manifest when its file has no problem. */
export interface ManifestResult<T> {
  readonly manifest?: T;
  readonly problems: readonly Problem[];
}

/** Says why a file is not worth checking field by field. */
export type Refusal = (file: string, value: unknown) => Problem | undefined;

/** Reads and checks one manifest: its encoding, YAML, text and fields. Depends on its arguments only. */
export function readManifest<T>(
  schema: z.ZodType<T>,
  file: string,
  bytes: Uint8Array,
  refusalOf: Refusal = () => undefined,
): ManifestResult<T> {
  const { text, value, problems, places } = readText(file, bytes, "manifest");
  if (value === undefined) return { problems };
  const refusal = refusalOf(file, value);
  if (refusal !== undefined) return { problems: [...problems, ...redact(text, [refusal])] };
  const checked = checkManifest(schema, file, value);
  if ("manifest" in checked)
    return problems.length > 0 ? { problems } : { manifest: checked.manifest, problems };
  // One problem per place: what a text holds outweighs that it is no valid name as well.
  const more = checked.problems.filter(({ at }) => !places.has(placeKey(at.path)));
  return { problems: [...problems, ...redact(text, more)] };
}

/** Findings after which a contract's text must not reach the messages of other checks. */
const UNFIT_TO_SHOW: ReadonlySet<string> = new Set(["SecretInManifest", "ControlCharacter"]);

/** Reads a contract as plain data; what it means is for others to check. Depends on its arguments only. */
export function readContractData(file: string, bytes: Uint8Array): YamlResult {
  const { value, problems } = readText(file, bytes, "contract");
  const isUnfit = value === undefined || problems.some(({ code }) => UNFIT_TO_SHOW.has(code));
  return isUnfit ? { problems } : { value, problems };
}

interface ReadText extends TextFindings {
  readonly text: string;
  readonly value?: unknown;
}

function readText(file: string, bytes: Uint8Array, profile: TextProfile): ReadText {
  const decoded = decode(file, bytes);
  if (!("text" in decoded)) return { text: "", problems: decoded.problems, places: new Set() };
  const { text } = decoded;
  const { value, problems } = parseYaml(file, text);
  const found = checkText(file, text, value, profile);
  return { text, value, problems: redact(text, [...problems, ...found.problems]), places: found.places };
}
