/**
 * A name, a colon and what follows: as a line of YAML, an entry in braces, or in the middle of a line. Quotes may be
 * escaped, when it stands in another text.
 */
const ENTRY =
  /(^|[\n\r{,;&]|\s)[ \t]{0,40}(?:- {1,4})?\\{0,3}["']?[\w.-]{0,60}?(?:password|passwd|passphrase|pwd|secret|token|(?:account|access|private|api)_?key)(?:\\{0,3}["'][ \t]*:[ \t]*|[ \t]*:[ \t]+)(?:\\{0,3}"([^"\n]{1,500})"|'([^'\n]{1,500})'|([^\s"'\\|>[{][^\n\r,;}]{0,500}))/gi;
/** Words that are no password, but say that there is one, or none. */
const SAYING = /^(?:null|none|true|false|yes|no|required|optional|sensitive|~)$/i;
/** A word of prose behind a colon. */
const WORD = /^[A-Za-z]+[.!?]?$/;
const SHORTEST_BARE = 6;

/** Values of entries such as `password: …` in a text that is no JSON document. */
export function passwordsInYaml(text: string): string[] {
  return [...text.matchAll(ENTRY)].flatMap(([, start = "", double, single, bare = ""]) => {
    const quoted = double?.replace(/\\+$/, "") ?? single;
    if (quoted !== undefined) return isSecret(quoted) ? [quoted] : [];
    return bareValues(bare, start !== " " && start !== "\t");
  });
}

/** @param isEntry whether the name stands where an entry begins, and not in the middle of a line */
function bareValues(bare: string, isEntry: boolean): string[] {
  const whole = bare.replace(/\s+#.*$/, "").trim();
  const [first = "", ...others] = whole.split(/\s+/);
  const isProse = others.length > 0 && WORD.test(first);
  // In the middle of a line, only the word behind the name can be meant; at its start it may be all of the line.
  const found = isEntry ? [whole, ...(isProse ? [] : [first])] : isProse ? [] : [first];
  return [...new Set(found)].filter((value) => value.length >= SHORTEST_BARE && isSecret(value));
}

const isSecret = (value: string): boolean => !SAYING.test(value) && !value.startsWith("arn:");
