import { compare, groupBy } from "../collections";
import type { Resource, Writer } from "./resource";

/** Two claims on the same name: the same name twice, or a name below a prefix that is another's. */
export interface Overlap {
  readonly first: Resource;
  readonly second: Resource;
}

/**
 * Every pair of neighbouring claims that meet. No overlap proves that each name has one writer: names are sorted, so
 * whatever starts with a prefix follows it, and a claim is compared with the nearest prefix around it, which has
 * itself been compared with the next one.
 */
export function overlapsOf(resources: readonly Resource[]): Overlap[] {
  const spaces = [...groupBy(resources, ({ kind }) => kind).values()].flatMap((ofKind) => [
    ...groupBy(ofKind, ({ scope }) => scope).values(),
  ]);
  return spaces.flatMap(overlapsWithin);
}

function overlapsWithin(resources: readonly Resource[]): Overlap[] {
  const overlaps: Overlap[] = [];
  const around: Resource[] = [];
  let before: Resource | undefined;
  for (const resource of [...resources].sort(byName)) {
    while (around.length > 0 && !resource.name.startsWith(around.at(-1)?.name ?? "")) around.pop();
    const nearest = around.at(-1);
    if (before !== undefined && isSameClaim(before, resource)) {
      overlaps.push({ first: before, second: resource });
    } else if (nearest !== undefined && !covers(nearest.writer, resource.writer)) {
      overlaps.push({ first: nearest, second: resource });
    }
    if (resource.prefix) around.push(resource);
    before = resource;
  }
  return overlaps;
}

/** A prefix comes before the names it covers, the equal one included. */
function byName(a: Resource, b: Resource): number {
  return compare(a.name, b.name) || Number(b.prefix) - Number(a.prefix);
}

const isSameClaim = (a: Resource, b: Resource): boolean => a.name === b.name && a.prefix === b.prefix;

/** What a domain holds covers what its apps hold. */
function covers(outer: Writer, inner: Writer): boolean {
  return outer.domain === inner.domain && (outer.app === undefined || outer.app === inner.app);
}
