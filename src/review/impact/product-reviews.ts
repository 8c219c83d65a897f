import type { Compatibility } from "../../contract";
import { compare, isBuilt, productReference, sortedSet, type PortKey, type Product } from "../../mesh";
import {
  byRisk,
  joined,
  say,
  worst,
  type MeshSide,
  type ProductReview,
  type Text,
  type Verdict,
} from "../model";
import { consumersOf } from "./consumers";
import { contractChanges } from "./contract-changes";
import { ifRead, type Judged, type ProductPair } from "./judged";
import { lifecycleChanges } from "./lifecycle-changes";
import { portChanges, PORTS } from "./port-changes";
import { readersOfPort, readIt, type PortReaders } from "./readers";
import { renamedTo } from "./product-renames";
import { retentionChanges } from "./retention-changes";
import { shareChanges } from "./share-changes";
import { sloChanges } from "./slo-changes";
import { isRaisedEnough, nextMinor, raisedBy } from "./versions";
import { weightsOf, type Weights } from "./weights";

/** Every product whose contract, version, lifecycle, promises or shares change; worst first, then by key. */
export function productReviews(base: MeshSide, head: MeshSide, today: string): ProductReview[] {
  const comparison = new Comparison(base, head, weightsOf(head.index.mesh.policy, today));
  const keys = sortedSet([...base.index.mesh.ports.keys(), ...head.index.mesh.ports.keys()]);
  return keys
    .flatMap((key) => comparison.review(key) ?? [])
    .sort((a, b) => byRisk(a.verdict, b.verdict) || compare(a.port, b.port));
}

/** Two sides of a mesh, product by product. */
class Comparison {
  constructor(
    private readonly base: MeshSide,
    private readonly head: MeshSide,
    private readonly weights: Weights,
  ) {}

  /** Undefined when nothing of it changes. */
  review(key: PortKey): ProductReview | undefined {
    const before = this.base.index.mesh.ports.get(key);
    const after = this.head.index.mesh.ports.get(key);
    if (before === undefined) return after && this.added(after);
    if (after === undefined) return this.removed(before);
    return this.changed(before, after);
  }

  private changed(before: Product, after: Product): ProductReview | undefined {
    if (isUntouched(before, after) && !this.readsSlower(after)) return undefined;
    const readers = this.readersOf(after.key);
    const pair: ProductPair = { before, after, base: this.base, head: this.head, readers };
    const contract = contractChanges(pair, this.weights);
    const changes = [
      ...contract,
      ...portChanges(pair),
      ...lifecycleChanges(pair),
      ...sloChanges(pair, this.weights),
      ...retentionChanges(pair),
      ...shareChanges(pair),
    ];
    if (changes.length === 0 && before.version === after.version) return undefined;
    const needed = mostOf(changes);
    const declared = raisedBy(before.version, after.version);
    const verdict = worst(changes.map((each) => each.verdict));
    const wayOut = isRaisedEnough(declared, needed)
      ? changes.find((each) => each.verdict === verdict && each.wayOut !== undefined)?.wayOut
      : this.wayOut(after, before.version, verdict, declared);
    return {
      ...{
        port: after.key,
        domain: after.domain,
        versionBefore: before.version,
        versionAfter: after.version,
      },
      ...{
        needed,
        declared,
        verdict,
        changes: inOrder(changes),
        consumers: noticing(readers, changes, verdict),
      },
      ...(wayOut === undefined ? {} : { wayOut }),
      file: contract.length > 0 ? after.contractFile : after.file,
    };
  }

  private added(after: Product): ProductReview {
    const shares = shareChanges({ before: { ...after, shares: [] }, after, head: this.head });
    const former = this.majorBefore(after);
    const noReaders = { consumers: [], names: [] };
    const contract =
      former === undefined
        ? []
        : contractChanges({ before: former, after, head: this.head, readers: noReaders }, this.weights);
    const changes: Judged[] = [
      ...(former === undefined ? [] : [beside(former)]),
      ...contract,
      ...(isBuilt(after) && after.lifecycle !== "draft" ? shares : []),
    ];
    const verdict = worst(["additive", ...changes.map((each) => each.verdict)]);
    return {
      ...{ port: after.key, domain: after.domain, versionAfter: after.version },
      ...{ needed: mostOf(contract), declared: "new", verdict },
      ...{ changes: inOrder(changes), consumers: this.readersOf(after.key).consumers, file: after.file },
    };
  }

  private removed(before: Product): ProductReview {
    const readers = this.readersOf(before.key);
    const verdict = ifRead(readers, "breaks", "none");
    const renamed = renamedTo(before, this.base, this.head);
    const sentence = joined(
      [
        say`it is removed`,
        ...(verdict === "breaks" ? [readIt(readers)] : []),
        ...(renamed === undefined
          ? []
          : [say`by its fields it is now called ${renamed.key}, which starts empty`]),
      ],
      "; ",
    );
    const wayOut =
      renamed !== undefined
        ? say`keep ${before.key}, publish ${renamed.key} beside it, and deprecate the old one until its readers have moved`
        : verdict === "breaks"
          ? say`keep it as ${["deprecated"]} with a sunset until its readers have moved`
          : undefined;
    return {
      ...{ port: before.key, domain: before.domain, versionBefore: before.version },
      ...{ needed: "none", declared: "gone", verdict },
      changes: [{ kind: "productRemoved", compatibility: "none", sentence, verdict }],
      consumers: readers.consumers,
      ...(wayOut === undefined ? {} : { wayOut }),
      file: before.file,
    };
  }

  private readersOf(port: PortKey): PortReaders {
    return readersOfPort(port, consumersOf([port], this.base, this.head), [this.base, this.head]);
  }

  /** A product made from it promises less freshness than before, or is new: what is kept may be too little for it. */
  private readsSlower({ key }: Product): boolean {
    const { live, mesh } = this.head.index;
    return (live.into.get(key) ?? []).some((made) => {
      const [was, is] = [this.base.index.mesh.ports.get(made), mesh.ports.get(made)];
      return was?.slo.freshness !== is?.slo.freshness;
    });
  }

  /** The highest major below a new one, as it was. */
  private majorBefore({ domain, name, major }: Product): Product | undefined {
    const majors = this.base.index.majors.get(productReference(domain, name)) ?? [];
    return majors.findLast((each) => each.major < major);
  }

  private wayOut(
    after: Product,
    versionBefore: string,
    verdict: Verdict,
    declared: ProductReview["declared"],
  ): Text | undefined {
    if (verdict !== "breaks") {
      return declared === "minor"
        ? undefined
        : say`raise the version to ${nextMinor(versionBefore)} at least`;
    }
    const reference = productReference(after.domain, after.name);
    const newer = (this.head.index.majors.get(reference) ?? []).findLast(
      (each) => each.major > after.major && isBuilt(each),
    );
    if (newer !== undefined) return say`leave it as it was, and change ${newer.key} instead`;
    const next = after.major + 1;
    const command = `meshwright new product ${reference} --version ${next}.0.0 --ports ${portsOf(after)}`;
    return say`publish it as version ${next} side by side: ${command}`;
  }
}

const beside = (former: Product): Judged => ({
  verdict: "additive",
  change: {
    ...{ kind: "productAdded", compatibility: "none" },
    sentence: say`it stands beside ${former.key}, whose readers can move to it`,
  },
});

/** Who notices the worst of the changes: everybody, unless each is about one reader alone. */
function noticing(
  { consumers }: PortReaders,
  changes: readonly Judged[],
  verdict: Verdict,
): ProductReview["consumers"] {
  const readers = changes.filter((each) => each.verdict === verdict).map(({ reader }) => reader);
  if (readers.includes(undefined)) return consumers;
  return consumers.filter(({ domain, direct }) => direct && readers.includes(domain));
}

/** True when everything a review looks at is the same object or the same data. */
function isUntouched(before: Product, after: Product): boolean {
  return LOOKED_AT.every((key) => JSON.stringify(before[key]) === JSON.stringify(after[key]));
}

const LOOKED_AT = [
  ...["version", "lifecycle", "sunset", "slo", "shares", ...PORTS, "contract"],
] as readonly (keyof Product)[];

const portsOf = (product: Product): string => PORTS.filter((port) => product[port] !== undefined).join(",");

const inOrder = (changes: readonly Judged[]) =>
  [...changes]
    .sort((a, b) => byRisk(a.verdict, b.verdict))
    .map(({ change, verdict }) => ({ ...change, verdict }));

const STEPS: readonly Compatibility[] = ["none", "minor", "major"];

const mostOf = (changes: readonly Judged[]): Compatibility =>
  STEPS[Math.max(0, ...changes.map(({ change }) => STEPS.indexOf(change.compatibility)))] ?? "none";
