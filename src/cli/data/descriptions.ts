import { rules } from "../../governance";
import { MANIFEST_CODES } from "../../manifest";

/** What each code of a finding asks for, in one sentence. */
export function descriptionsOfCodes(): ReadonlyMap<string, string> {
  return new Map([
    ...Object.entries(MANIFEST_CODES).map(([code, text]): [string, string] => [code, sentence(text)]),
    ...rules.map(({ code, description }): [string, string] => [code, description]),
  ]);
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
