import { basename, dirname } from "node:path/posix";
import { lockFile, type LockedProduct } from "../../manifest";
import { compare, formatDuration, isAcceptable, localKey, lossesBetween, type Mesh } from "../../mesh";
import { platformTeam } from "../approvals";
import { joined, say, type GuardChange, type MeshSide, type Text } from "../model";

type Lock = ReadonlyMap<string, LockedProduct>;
type Show = (value: unknown) => string;

const days: Show = (value) => (typeof value === "number" ? formatDuration(value) : "for ever");
const amount: Show = (value) => (typeof value === "number" || typeof value === "string" ? `${value}` : "all");

/** What a lock remembers of a product, by where it says it; what has no values is there or is not. */
const FIELDS: Readonly<Record<string, { readonly what: string; readonly show?: Show }>> = {
  topic: { what: "its topic" },
  "topic.partitions": { what: "the partitions of its topic", show: amount },
  "topic.deadLetter": { what: "its dead letters" },
  "topic.retries": { what: "its retry topics", show: amount },
  "topic.cleanup": { what: "the cleanup of its topic", show: amount },
  "topic.retentionSeconds": { what: "the retention of its topic", show: days },
  "topic.retentionBytes": { what: "the bytes that its topic keeps", show: amount },
  bucket: { what: "its bucket prefix" },
  "bucket.retentionSeconds": { what: "the retention of its bucket prefix", show: days },
  schema: { what: "its schema" },
};

/** Locks that remember less than they did: what they forget can be lost without anybody having accepted it. */
export function lockGuards(base: MeshSide, head: MeshSide): GuardChange[] {
  const locks = locksOf(head.index.mesh);
  const lifecycles = lifecyclesOf(head.index.mesh);
  const teams = [platformTeam(undefined, base)];
  return [...locksOf(base.index.mesh)].flatMap(([domain, before]): GuardChange[] => {
    if (before.size === 0) return [];
    const after = locks.get(domain);
    const file = lockFile(domain);
    const common = { kind: "lock", about: say`lock of ${domain}`, file, path: [], teams } as const;
    const wayOut = say`restore ${file}; once a loss is acknowledged, ${"meshwright lock"} takes out what it is about`;
    const told =
      after === undefined
        ? [gone(domain, before.size)]
        : [...before].flatMap(([product, locked]) => {
            const isNow = lifecycles.get(`${domain}/${product}`);
            const less = forgotten(product, locked, after.get(product), isNow);
            return less === undefined ? [] : [say`the lock of ${domain} ${less}`];
          });
    return told.map((sentence) => ({ ...common, sentence, wayOut }));
  });
}

const gone = (domain: string, count: number): Text =>
  say`the lock of ${domain} is gone: ${[count === 1 ? "its released product" : `its ${count} released products`]} can be lost without notice`;

/** What a lock says no more of one product; undefined when it says at least as much. */
function forgotten(
  product: string,
  before: LockedProduct,
  after: LockedProduct | undefined,
  isNow: string | undefined,
): Text | undefined {
  if (after === undefined) {
    return say`forgets ${product}, which was released as ${before.lifecycle}: its loss is noticed by nobody`;
  }
  const less = lossesBetween(before, after).map(({ field }): Text => {
    const { what, show } = FIELDS[field.join(".")] ?? { what: field.join(".") };
    if (show === undefined) return [what];
    return say`${[what]} (${show(at(before, field))} → ${show(at(after, field))})`;
  });
  if (mayGo(after) && !mayGo(before) && isNow !== after.lifecycle) {
    less.push(say`its lifecycle (${before.lifecycle} → ${after.lifecycle}), without which it must not go`);
  }
  return less.length === 0 ? undefined : say`remembers less of ${product}: ${joined(less, ", ")}`;
}

const mayGo = ({ lifecycle }: LockedProduct): boolean =>
  isAcceptable({ change: "ProductRemoved", lifecycle });

const at = (locked: LockedProduct, field: readonly string[]): unknown =>
  field.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null
        ? (value as Readonly<Record<string, unknown>>)[key]
        : undefined,
    locked,
  );

/** Every lock by the folder of its domain, sorted. */
function locksOf(mesh: Mesh): ReadonlyMap<string, Lock> {
  const kept = [...mesh.domains.values()].flatMap(({ file, lock }) =>
    lock === undefined ? [] : [[basename(dirname(file)), lock] as const],
  );
  const left = mesh.locksOfGoneDomains.map(({ domain, products }) => [domain, products] as const);
  return new Map([...kept, ...left].sort(([a], [b]) => compare(a, b)));
}

/** What every product is now, by the folder of its domain and its key there. */
const lifecyclesOf = (mesh: Mesh): ReadonlyMap<string, string> =>
  new Map(
    [...mesh.domains.values()].flatMap(({ file, products }) =>
      products.map(
        (product) => [`${basename(dirname(file))}/${localKey(product)}`, product.lifecycle] as const,
      ),
    ),
  );
