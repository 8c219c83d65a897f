import { nearest, type SourceRef } from "../finding";
import type { Acknowledgement, Domain, Mesh, Product, Share, Subscription } from "../mesh";

type Path = SourceRef["path"];

/** A place in a domain's manifest. */
export const inDomain = ({ file }: Domain, ...path: Path): SourceRef => ({ file, path });

/** A place in a product's manifest. */
export const inProduct = ({ file }: Product, ...path: Path): SourceRef => ({ file, path });

/** A place in `mesh.yaml`. */
export const inMesh = ({ file }: Mesh, ...path: Path): SourceRef => ({ file, path });

/** A field of a subscription. */
export const inSubscription = (domain: Domain, { index }: Subscription, field: string): SourceRef =>
  inDomain(domain, "subscriptions", index, field);

/** A field of a share. */
export const inShare = (product: Product, { index }: Share, field: string): SourceRef =>
  inProduct(product, "shares", index, field);

/** A field of an acknowledgement. */
export const inAcknowledgement = (domain: Domain, { index }: Acknowledgement, field: string): SourceRef =>
  inDomain(domain, "acknowledgements", index, field);

/** `write parent: commerce` for the candidate closest to a misspelt word, else what to do instead. */
export function spelling(key: string, word: string, candidates: Iterable<string>, otherwise: string): string {
  const close = nearest(word, candidates);
  return close === undefined ? otherwise : `write ${key}: ${close}, or ${otherwise}`;
}

/** An entry of `shares` or `subscriptions` as it has to be written. */
export function yamlEntry(fields: Readonly<Record<string, string | number>>): string {
  const pairs = Object.entries(fields).map(([key, value]) => `${key}: ${yamlValue(value)}`);
  return `- { ${pairs.join(", ")} }`;
}

const PLAIN = /^([A-Za-z][A-Za-z0-9./-]*|\d{4}-\d{2}-\d{2})$/;

/** What some version of YAML reads as something else than text. */
const NOT_TEXT = /^(true|false|null|yes|no|on|off|y|n)$/i;

/** Plain where YAML reads it as the same text; else in double quotes, whose escapes are those of JSON. */
function yamlValue(value: string | number): string {
  const isPlain = typeof value === "number" || (PLAIN.test(value) && !NOT_TEXT.test(value));
  return isPlain ? String(value) : JSON.stringify(value);
}

/** `'a', 'b' and 'c'`. */
export function quotedList(words: readonly string[]): string {
  const quoted = words.map((word) => `'${word}'`);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1) ?? ""}`;
}
