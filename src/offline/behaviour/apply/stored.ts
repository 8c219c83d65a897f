import type { ResourceFacts } from "../../facts";
import type { Block, Value } from "../../model";
import { blank, type Fields } from "../values";

/** True for what a world must not or cannot know: secrets, and what only Terraform's state knows. */
const isHidden = ({ local, sensitive, writeOnly }: ResourceFacts, name: string): boolean =>
  [local, sensitive, writeOnly].some((names) => names.includes(name));

/** What a world keeps of a thing: no secret, nothing local, nothing that is not set. */
export function storedOf(facts: ResourceFacts, values: Fields): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => value !== null && !isHidden(facts, name)),
  );
}

/** A state as the world has it: what the world says counts, what it cannot know stays as it was. */
export function stateOf(facts: ResourceFacts, block: Block, current: Fields, stored: Fields): Fields {
  const known = { ...blank(block), ...current };
  return Object.fromEntries(
    Object.entries(known).map(([name, value]) => {
      const isTold = name in stored && !isHidden(facts, name);
      return [name, isTold ? (stored[name] ?? null) : value] as const;
    }),
  );
}
