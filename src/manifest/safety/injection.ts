import { printable, type Wording } from "../problem";

/** What opens code in Terraform, template engines, shells and pages. */
const OPENERS = ["${", "%{", "{{", "`", "</script"] as const;
/** ODCS RFC-0050: a variable with or without a default, and nothing else. */
const VARIABLE = /\$\{[A-Za-z_][A-Za-z0-9_]*(?::-[^{}$%`<]*)?\}/g;

/** The first opener in a text, or undefined. Contracts may hold variables. */
export function openerIn(text: string, allowVariables: boolean): string | undefined {
  const rest = (allowVariables && text.includes("${") ? text.replace(VARIABLE, "") : text).toLowerCase();
  return OPENERS.find((opener) => rest.includes(opener));
}

export function injectionWording(
  text: string,
  opener: string,
  place: string,
  allowVariables: boolean,
): Wording {
  const variables = allowVariables ? "; of these, variables as ${NAME} or ${NAME:-default} are allowed" : "";
  return {
    message: `${place} holds '${opener}', which opens code in templates, shells or pages`,
    value: printable(text),
    rule: `text without ${OPENERS.join(" ")}${variables}`,
    fix: "write it in words",
  };
}
