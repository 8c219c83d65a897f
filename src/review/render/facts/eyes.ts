import {
  byRisk,
  joined,
  pathText,
  plain,
  say,
  UNKNOWN,
  type ProductReview,
  type ResourceReview,
  type Review,
  type Text,
  type Verdict,
} from "../../model";
import { lossesOf, weighed } from "./losses";
import { naturally, sortedBy, sortedNames } from "./order";

/** One thing that a reviewer has to look at. */
export interface Eye {
  readonly verdict: Verdict;
  /** The stack, or the domain of a contract. */
  readonly stack: string;
  /** What happens, in one sentence. */
  readonly sentence: Text;
  /** The attribute that causes it. */
  readonly cause?: string;
  /** Construct path, or address, or file. */
  readonly where: string;
  /** Domains that read it, sorted. */
  readonly consumers: readonly string[];
  readonly wayOut?: Text;
  readonly acknowledged: boolean;
  /** The ports it is about. */
  readonly ports: readonly string[];
  /** The manifest that says it, relative to the mesh's root. */
  readonly file?: string;
}

const GRAVE: ReadonlySet<Verdict> = new Set(["dataLoss", "breaks"]);

/** All that is lost, breaks, is refused or may turn out a loss: worst first, then in deployment order. */
export function eyesOf(review: Review): Eye[] {
  const { isAcknowledged } = lossesOf(review);
  const ofStacks = review.stacks.flatMap(({ stack, resources }) =>
    sortedBy(resources, ({ address, deposed = "" }) => `${address}\n${deposed}`).flatMap((resource) =>
      eyesOfResource(resource).map((eye) => ({
        ...eye,
        stack,
        acknowledged: eye.verdict === "dataLoss" && isAcknowledged(stack, resource.address),
      })),
    ),
  );
  const products = sortedBy(review.products, ({ port }) => port).filter(({ verdict }) => GRAVE.has(verdict));
  return [...ofStacks, ...products.map(eyeOfProduct)].sort((a, b) => byRisk(a.verdict, b.verdict));
}

type ResourceEye = Omit<Eye, "stack" | "acknowledged">;

function eyesOfResource(resource: ResourceReview): ResourceEye[] {
  const { address, constructPath, consumers, verdict, ports, file } = resource;
  const common = {
    verdict,
    where: constructPath ?? address,
    consumers: sortedNames(consumers.map(({ domain }) => domain)),
    ports: sortedNames(ports),
    file,
  };
  const grave = resource.effects
    .map((effect) => ({ ...effect, verdict: weighed(effect, resource) }))
    .filter((effect) => GRAVE.has(effect.verdict))
    .sort((a, b) => byRisk(a.verdict, b.verdict) || naturally(plain(a.sentence), plain(b.sentence)));
  const eyes: ResourceEye[] = grave.map(({ cause, sentence, wayOut, verdict: own }) => ({
    ...common,
    ...{ sentence, wayOut, verdict: own },
    cause: cause === undefined ? undefined : pathText(cause),
  }));
  if (eyes.length === 0 && GRAVE.has(verdict)) eyes.push({ ...common, sentence: say`${address} changes` });
  const told = new Set(eyes.map(({ cause }) => cause));
  for (const path of unknownForcing(resource)) {
    if (!told.has(path)) eyes.push({ ...common, ...unknownWords(path, address), cause: path });
  }
  // What the change itself means is told above; that it cannot be applied is one matter, whatever it would do.
  if (resource.refused) {
    eyes.push({ ...common, ...refusedWords(address), verdict: "interruption", consumers: [], ports: [] });
  }
  return eyes;
}

/** Attributes that are not known yet and would replace the resource. */
function unknownForcing({ attributes }: ResourceReview): string[] {
  return sortedNames(
    attributes.filter(({ forces, after }) => forces && after === UNKNOWN).map(({ path }) => pathText(path)),
  );
}

const unknownWords = (path: string, address: string) => ({
  sentence: say`${address} is replaced, because ${path} is known after the apply only`,
  wayOut: say`give ${path} a value that is known when it is planned`,
});

const refusedWords = (address: string) => ({
  sentence: say`Terraform refuses to destroy ${address}: ${"prevent_destroy"} is set`,
  wayOut: say`keep it; where it has to go, retire its product and set ${"allowDestroy"} on the environment first`,
});

function eyeOfProduct(product: ProductReview): Eye {
  const { port, domain, verdict, changes, consumers, wayOut, file } = product;
  const breaking = changes.filter(({ compatibility }) => compatibility === "major");
  const told = (breaking.length > 0 ? breaking : changes).map(({ sentence }) => sentence);
  const what = told.length > 0 ? joined(told, ", ") : say`its contract changes`;
  return {
    ...{ verdict, wayOut },
    stack: domain,
    sentence: say`${port}: ${what}${versionWords(product)}`,
    where: file,
    consumers: sortedNames(consumers.map((consumer) => consumer.domain)),
    acknowledged: false,
    ports: [port],
    file,
  };
}

/** `, needs a major version, 1.2.0 → 1.3.0 is a minor`; nothing when the version is raised enough. */
function versionWords({ needed, declared, versionBefore, versionAfter }: ProductReview): Text {
  if (needed === "none" || declared === needed || declared === "new" || declared === "gone") return [];
  if (needed === "minor" && declared === "major") return [];
  const steps = say`${versionBefore ?? "none"} → ${versionAfter ?? "none"}`;
  return declared === "none"
    ? say` – this needs a ${[needed]} version, and it stays ${versionAfter ?? "the same"}`
    : say` – this needs a ${[needed]} version, and ${steps} is a ${[declared]}`;
}
