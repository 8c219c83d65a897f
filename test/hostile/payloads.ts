/** In every payload, so that it can be found in an output however it was quoted. */
export const MARK = "zzq";

/** What somebody would write who wants more than a name: each is refused, or is in no output. */
export const PAYLOADS: readonly string[] = [
  `${MARK}"; DROP SCHEMA orders CASCADE; --`,
  `${MARK}') TO PUBLIC; ALTER ROLE orders__ro SUPERUSER; --`,
  `${MARK}\${aws_kms_key.other.arn}`,
  `${MARK}%{ for x in y }`,
  `${MARK}","Effect":"Allow","Principal":"*`,
  `${MARK}*`,
  `*/${MARK}/../*`,
  `${MARK}\nallow`,
  `User:*${MARK}`,
  `arn:aws:iam::*:role/${MARK}`,
  `{{${MARK}}}`,
  `</script><script>${MARK}</script>`,
  `оrders${MARK}`,
  `__proto__.${MARK}`,
];

/** Where a string stands in a nested value. */
export type LeafPath = readonly (string | number)[];

/** The places of all strings in a value, keys of maps included when `keys` says that they are names. */
export function stringLeaves(value: unknown, path: LeafPath = []): LeafPath[] {
  if (typeof value === "string") return [path];
  if (Array.isArray(value)) return value.flatMap((inner, index) => stringLeaves(inner, [...path, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => stringLeaves(inner, [...path, key]));
}

/** A copy in which the string at `path` is another one. */
export function withLeaf<T>(value: T, path: LeafPath, leaf: string): T {
  const copy = structuredClone(value);
  let parent = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) parent = parent[key] as Record<string | number, unknown>;
  const last = path.at(-1);
  if (last === undefined) throw new Error("a path to a leaf has at least one key");
  parent[last] = leaf;
  return copy;
}
