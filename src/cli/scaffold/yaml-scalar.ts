/** Text that YAML reads as itself, in flow style too. */
const PLAIN = /^[A-Za-z][A-Za-z0-9@._+/-]*$/;
const WORDS_OF_YAML = /^(true|false|null)$/i;

/** A text as a YAML scalar: plain where that is the same text, else in double quotes, whose escapes are those of JSON. */
export function yamlScalar(text: string): string {
  return PLAIN.test(text) && !WORDS_OF_YAML.test(text) ? text : JSON.stringify(text);
}
