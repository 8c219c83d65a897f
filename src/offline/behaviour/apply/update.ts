import type { Subject } from "../../facts";
import type { Block } from "../../model";
import type { Draft, Thing } from "../../world";
import { settled } from "../../world";
import type { Fields } from "../values";
import { missingFor } from "./needs";
import { Refusal, type Job } from "./job";
import { resolve, withFollowers } from "./resolve";
import { stateOf, storedOf } from "./stored";

/** Changes a thing in place; a new name is a rename, which the name must be free for. */
export function update(job: Job, prior: Fields, planned: Fields, draft: Draft | undefined): Fields {
  const { type, facts, block, context } = job;
  const before = facts.identity(prior, context);
  const asked: Subject = { values: planned, context, token: `${type}/${before}` };
  const resolved = resolve(facts, block, asked);
  const values = withFollowers(facts, { ...asked, values: resolved });
  const subject = { ...asked, values };

  const problem =
    facts.applyChecks.map((check) => check(values, context)).find((words) => words !== undefined) ??
    (draft === undefined ? undefined : missingFor(facts, subject, prior, draft));
  if (problem !== undefined) throw new Refusal(problem);
  if (draft === undefined) return values;

  const there = draft.get(type, before);
  if (there === undefined) throw new Refusal(`updating ${type} (${before}): it does not exist any more`);
  const after = facts.identity(values, context);
  if (after !== before) rename(job, subject, before, after, draft);
  const attributes = { ...foreign(there, block), ...storedOf(facts, values) };
  const renamed = after === before ? {} : { maker: draft.maker, formerly: before };
  draft.put(type, after, { ...settled(there), attributes, ...renamed });
  return stateOf(facts, block, values, attributes);
}

function rename({ type, facts }: Job, subject: Subject, before: string, after: string, draft: Draft): void {
  const words = draft.get(type, after) === undefined ? undefined : facts.taken(subject);
  if (words !== undefined) throw new Refusal(words);
  draft.remove(type, before);
}

/** What a person has put into the world beside the attributes, such as the text of a secret. */
const foreign = ({ attributes }: Thing, block: Block): Thing["attributes"] =>
  Object.fromEntries(
    Object.entries(attributes).filter(([name]) => !(name in block.attributes) && !(name in block.blocks)),
  );
