import { compare } from "../../mesh";
import type {
  Break,
  Consumer,
  ContractChangeReview,
  ProductReview,
  StackInput,
  StackReview,
  Text,
} from "../model";
import { canonical } from "./canonical";
import { effectFacts } from "./effect-facts";

/** A stack's plan, and what was found in it. */
export interface ReviewedPlan {
  readonly plan?: StackInput["plan"];
  readonly review: Pick<StackReview, "stack" | "domain" | "resources">;
}

/** Something that readers fail on, with all that makes it this and no other. */
export interface FoundBreak extends Break {
  readonly facts: string;
  /** Domains that read it directly, sorted. */
  readonly consumers: readonly string[];
}

/** What breaks in a stack: each effect of each resource that readers fail on. */
export function breaksOfPlan({ plan, review: { stack, resources } }: ReviewedPlan): FoundBreak[] {
  return resources.flatMap(({ address, deposed, effects, consumers }) => {
    const breaking = effects.filter(({ verdict }) => verdict === "breaks");
    if (breaking.length === 0) return [];
    const change = plan?.changes.find((each) => each.address === address && each.deposed === deposed);
    return breaking.map((effect) => {
      const readers = directReaders(consumers);
      const facts = change === undefined ? canonical([address, effect.rule]) : effectFacts(change, effect);
      return {
        ...{ stack, address, sentence: effect.sentence, consumers: readers },
        facts: canonical([stack, facts, readers]),
      };
    });
  });
}

/** What breaks in a product: each change of its contract, its promises or its shares that readers fail on. */
export function breaksOfProduct({ port, changes, consumers }: ProductReview): FoundBreak[] {
  const readers = directReaders(consumers);
  return changes
    .filter(({ verdict }) => verdict === "breaks")
    .map((change) => ({
      ...{ port, sentence: change.sentence, consumers: readers },
      facts: canonical([port, ...changeFacts(change), readers]),
    }));
}

/** What changes and the names and values in its sentence: none of the words of it. */
function changeFacts({ kind, object, field, sla, before, after, sentence }: ContractChangeReview) {
  return [...[kind, object, field, sla, before, after].map((each) => each ?? null), literalsOf(sentence)];
}

const literalsOf = (text: Text): string[] =>
  text.flatMap((part) => (typeof part === "string" ? [] : [part.code]));

const directReaders = (consumers: readonly Consumer[]): string[] =>
  [...new Set(consumers.filter(({ direct }) => direct).map(({ domain }) => domain))].sort(compare);
