import { SHORTEST } from "./literal-matcher";

/** How a text looks when it stands in another one: as it is, escaped in JSON, in a URL, in HTML, in base64. */
export function formsOf(literal: string): string[] {
  const escaped = jsonForms(literal);
  const forms = [
    literal,
    ...escaped,
    ...escaped.map((form) => JSON.stringify(form).slice(1, -1)),
    ...urlForms(literal),
    ...htmlForms(literal),
    ...base64Forms(literal),
  ];
  return [...new Set(forms)].filter((form) => form.length >= SHORTEST);
}

function jsonForms(literal: string): string[] {
  const plain = JSON.stringify(literal).slice(1, -1);
  return [plain, escapeUnicode(plain, /[<>&\u2028\u2029]/g), escapeUnicode(plain, /[^ -~]/g)];
}

const escapeUnicode = (text: string, characters: RegExp): string =>
  text.replace(characters, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);

function urlForms(literal: string): string[] {
  const component = encodeURIComponent(wellFormed(literal));
  const strict = component.replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return [component, strict].flatMap((form) => [
    form,
    form.replaceAll("%20", "+"),
    form.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
  ]);
}

function htmlForms(literal: string): string[] {
  const escaped = literal.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const quoted = escaped.replaceAll('"', "&quot;");
  return [escaped, quoted, quoted.replaceAll("'", "&#39;"), quoted.replaceAll("'", "&#x27;")];
}

/** Base64 writes three bytes in four characters, so a text looks different at each of three offsets. */
function base64Forms(literal: string): string[] {
  const bytes = Buffer.from(literal, "utf8");
  return [0, 1, 2].flatMap((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64");
    const first = Math.ceil((offset * 8) / 6);
    const last = Math.floor(((offset + bytes.length) * 8) / 6);
    const certain = encoded.slice(first, last);
    return [certain, certain.replaceAll("+", "-").replaceAll("/", "_")];
  });
}

/** Half of a pair of UTF-16 has no place in a URL. */
const wellFormed = (text: string): string => Buffer.from(text, "utf8").toString("utf8");
