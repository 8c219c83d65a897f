import {
  byRisk,
  joined,
  pathText,
  plain,
  say,
  UNKNOWN,
  type Effect,
  type GuardChange,
  type ProductReview,
  type ResourceReview,
  type Review,
  type Text,
  type Verdict,
} from "../../model";
import { breaksOf, type Breaks } from "./breaks";
import { lossesOf, weighed } from "./losses";
import { naturally, sortedBy, sortedNames } from "./order";

/** One thing that a reviewer has to look at. */
export interface Eye {
  readonly verdict: Verdict;
  /** The stack, the domain of a contract, or the file of a guard. */
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
  /** Where in it, when it is not the manifest as a whole. */
  readonly path?: readonly (string | number)[];
  /** True when something protects less than before, and no stack or product is what it is about. @default false */
  readonly isGuard?: boolean;
}

const GRAVE: ReadonlySet<Verdict> = new Set(["dataLoss", "breaks"]);

const MILD: ReadonlySet<Verdict> = new Set(["interruption", "cost"]);

/** All that is lost, breaks, is refused, is not protected any more or may turn out a loss: worst first, then in deployment order. */
export function eyesOf(review: Review): Eye[] {
  const losses = lossesOf(review);
  const breaks = breaksOf(review);
  const ofStacks = review.stacks.flatMap(({ stack, resources }) =>
    sortedBy(resources, ({ address, deposed = "" }) => `${address}\n${deposed}`).flatMap((resource) =>
      eyesOfResource(resource).map((eye) => ({
        ...eye,
        stack,
        acknowledged:
          (eye.verdict === "dataLoss" && losses.isAcknowledged(stack, resource.address)) ||
          (eye.verdict === "breaks" && breaks.isAcknowledged(stack, resource.address)),
      })),
    ),
  );
  const products = sortedBy(review.products, ({ port }) => port).filter(({ verdict }) => GRAVE.has(verdict));
  return [
    ...ofStacks,
    ...products.map((product) => eyeOfProduct(product, breaks)),
    ...review.guards.map(eyeOfGuard),
  ].sort((a, b) => byRisk(a.verdict, b.verdict));
}

/** All that stands still for a moment, or changes a cost or a limit: worst first, then in deployment order. */
export function mildEyesOf({ stacks }: Pick<Review, "stacks">): Eye[] {
  return stacks
    .flatMap(({ stack, resources }) =>
      sortedBy(resources, ({ address }) => address).flatMap((resource) =>
        eyesOfEffects(resource, ({ verdict, toBeSeen = false }) => MILD.has(verdict) && !toBeSeen).map(
          (eye) => ({ ...eye, stack, acknowledged: false }),
        ),
      ),
    )
    .sort((a, b) => byRisk(a.verdict, b.verdict));
}

type ResourceEye = Omit<Eye, "stack" | "acknowledged">;

const commonOf = ({ address, constructPath, consumers, verdict, ports, file }: ResourceReview) => ({
  verdict,
  where: constructPath ?? address,
  consumers: sortedNames(consumers.map(({ domain }) => domain)),
  ports: sortedNames(ports),
  file,
});

/** What the effects of some kind come to, each with the verdict that it has in this review. */
function eyesOfEffects(resource: ResourceReview, isWanted: (effect: Effect) => boolean): ResourceEye[] {
  return resource.effects
    .map((effect) => ({ ...effect, verdict: weighed(effect, resource) }))
    .filter(isWanted)
    .sort((a, b) => byRisk(a.verdict, b.verdict) || naturally(plain(a.sentence), plain(b.sentence)))
    .map(({ cause, sentence, wayOut, verdict }) => ({
      ...commonOf(resource),
      ...{ sentence, wayOut, verdict },
      cause: cause === undefined ? undefined : pathText(cause),
    }));
}

function eyesOfResource(resource: ResourceReview): ResourceEye[] {
  const { address, verdict } = resource;
  const common = commonOf(resource);
  const eyes = eyesOfEffects(resource, (effect) => effect.toBeSeen === true || GRAVE.has(effect.verdict));
  if (GRAVE.has(verdict) && !eyes.some((eye) => GRAVE.has(eye.verdict)))
    eyes.push({ ...common, sentence: say`${address} changes` });
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
function unknownForcing(resource: ResourceReview): string[] {
  // Nothing forces what is new; there is much of it, and its attributes take time.
  const attributes = resource.action === "create" ? [] : resource.attributes;
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

function eyeOfProduct(product: ProductReview, { isProductAcknowledged }: Breaks): Eye {
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
    acknowledged: verdict === "breaks" && isProductAcknowledged(port),
    ports: [port],
    file,
    ...(changes.every(({ kind }) => kind.startsWith("share")) ? { path: ["shares"] } : {}),
  };
}

const eyeOfGuard = ({ sentence, file, path, wayOut }: GuardChange): Eye => ({
  ...{ verdict: "cost", stack: file, where: file, file, path, sentence, isGuard: true },
  ...{ consumers: [], ports: [], acknowledged: false },
  ...(wayOut === undefined ? {} : { wayOut }),
});

/** `, needs a major version, 1.2.0 → 1.3.0 is a minor`; nothing when the version is raised enough. */
function versionWords({ needed, declared, versionBefore, versionAfter }: ProductReview): Text {
  if (needed === "none" || declared === needed || declared === "new" || declared === "gone") return [];
  if (needed === "minor" && declared === "major") return [];
  const steps = say`${versionBefore ?? "none"} → ${versionAfter ?? "none"}`;
  return declared === "none"
    ? say` – this needs a ${[needed]} version, and it stays ${versionAfter ?? "the same"}`
    : say` – this needs a ${[needed]} version, and ${steps} is a ${[declared]}`;
}
