import { CLOUDWATCH_LIMITS } from "./limits";

/** Control and format characters, lone surrogates, line and paragraph separators. */
const CONTROL = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** What Terraform, alert templates, Markdown and a browser would take as code. */
const INJECTIONS: readonly string[] = ["{{", "}}", "${", "%{", "`", "</script", "<script"];

/** Letters, digits, spaces and `_ . : / = + - @`: what every AWS service takes in a tag. */
const NO_TAG_CHARACTER = /[^\p{L}\p{Z}\p{N}_.:/=+\-@]/u;

/** A link that needs no quoting in JSON, HTML or Markdown: no credentials, quotes, brackets or white space. */
const LINK = /^https:\/\/[a-z0-9.-]+(:\d{1,5})?(\/[A-Za-z0-9._~/%#?&=+@:,;!-]*)?$/;

/** Characters of a link. */
export const MAX_LINK = 512;

/** Why `value`, which an author wrote, cannot go into alarms and dashboards; undefined when it can. */
export function textProblem(field: string, value: string, maxLength: number): string | undefined {
  const control = CONTROL.exec(value)?.[0];
  if (control !== undefined) {
    return `ControlCharacter: ${field} '${visible(value)}' holds ${codePoint(control)}; remove it`;
  }
  const injection = INJECTIONS.find((part) => value.toLowerCase().includes(part));
  if (injection !== undefined) {
    return `TemplateInjection: ${field} '${visible(value)}' holds '${injection}'; write it without`;
  }
  if (value.trim() === "" || value.length > maxLength) {
    return `${field} must have 1 to ${maxLength} characters, got ${value.trim() === "" ? "none" : value.length}`;
  }
  return undefined;
}

/** Why `value` is no link that an alarm can carry; undefined when it is one. */
export function linkProblem(field: string, value: string, maxLength = MAX_LINK): string | undefined {
  const problem = textProblem(field, value, maxLength);
  if (problem !== undefined || LINK.test(value)) return problem;
  return `${field} '${visible(value)}' must be an https link without credentials, quotes, brackets or spaces`;
}

/** `value` as a tag: what a tag cannot hold becomes `-`. */
export function tagValue(value: string): string {
  return value.replace(new RegExp(NO_TAG_CHARACTER.source, "gu"), "-").slice(0, CLOUDWATCH_LIMITS.tagValue);
}

/** A link as a tag: up to the first character that a tag cannot hold, which is its query or fragment. */
export function linkTag(link: string): string {
  return (link.split(NO_TAG_CHARACTER)[0] ?? "").slice(0, CLOUDWATCH_LIMITS.tagValue);
}

/** `value` as Markdown that shows it unchanged. */
export function escapeMarkdown(value: string): string {
  return value.replace(/[\\*_[\]()#<>|~!&]/g, (character) =>
    character === "<" ? "&lt;" : character === ">" ? "&gt;" : character === "&" ? "&amp;" : `\\${character}`,
  );
}

const visible = (value: string): string => JSON.stringify(value.slice(0, 60)).slice(1, -1);

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
