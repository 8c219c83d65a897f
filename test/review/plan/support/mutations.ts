import fc from "fast-check";

/** What may be found anywhere in a plan, besides what should be there. */
const ODDITIES: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1e21, "", "text", [], {}, [null], [[[]]], { a: null }],
  ...[
    { __proto__: null },
    JSON.parse('{"__proto__":{"x":1},"constructor":1}') as unknown,
    "x".repeat(20_000),
    [true, false],
  ],
];

/** One change of a document's structure: where, and what. The numbers choose among what there is. */
export interface Mutation {
  readonly place: number;
  readonly kind: "delete" | "replace" | "duplicate" | "wrap" | "rename";
  readonly oddity: number;
}

export const mutations = fc.array(
  fc.record<Mutation>({
    place: fc.nat(),
    kind: fc.constantFrom("delete", "replace", "duplicate", "wrap", "rename"),
    oddity: fc.nat(),
  }),
  { minLength: 1, maxLength: 8 },
);

type Container = Record<string, unknown> | unknown[];

/** The document with all of them done to it; the one that is given stays as it is. */
export function mutated(document: object, changes: readonly Mutation[]): Record<string, unknown> {
  const copy = structuredClone(document) as Record<string, unknown>;
  for (const change of changes) mutate(copy, change);
  return copy;
}

function mutate(document: Record<string, unknown>, { place, kind, oddity }: Mutation): void {
  const places = placesIn(document);
  const [container, key] = places[place % Math.max(places.length, 1)] ?? [];
  if (container === undefined || key === undefined) return;
  const parts = container as Record<string, unknown>;
  const odd = structuredClone(ODDITIES[oddity % ODDITIES.length]);
  if (kind === "delete") removeFrom(container, key);
  if (kind === "replace") parts[key] = odd;
  if (kind === "wrap")
    parts[key] = oddity % 2 === 0 ? [parts[key], null] : { [String(oddity)]: parts[key], n: null };
  if (kind === "duplicate") duplicate(container, key);
  if (kind === "rename" && !Array.isArray(container)) {
    const name = ["__proto__", "constructor", "toString", ""][oddity % 4] ?? "";
    Object.defineProperty(container, name, {
      value: parts[key],
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
}

function removeFrom(container: Container, key: string): void {
  if (Array.isArray(container)) container.splice(Number(key), 1);
  else delete container[key];
}

function duplicate(container: Container, key: string): void {
  if (Array.isArray(container)) container.push(structuredClone(container[Number(key)]));
  else container[`${key}_2`] = structuredClone(container[key]);
}

/** Every part of the document, by what holds it. */
function placesIn(
  value: unknown,
  found: (readonly [Container, string])[] = [],
): (readonly [Container, string])[] {
  if (typeof value !== "object" || value === null) return found;
  for (const [key, part] of Object.entries(value)) {
    found.push([value as Container, key]);
    placesIn(part, found);
  }
  return found;
}
