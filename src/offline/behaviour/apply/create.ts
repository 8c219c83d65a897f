import { digest, type ResourceFacts, type Subject } from "../../facts";
import type { Value } from "../../model";
import { isAbandoned, type Draft, type Thing } from "../../world";
import { blockKey } from "../equality";
import type { Fields } from "../values";
import { missingFor } from "./needs";
import { Refusal, type Job } from "./job";
import { resolve } from "./resolve";
import { stateOf, storedOf } from "./stored";

/**
 * Makes a thing in the world, or says in the provider's words why not.
 *
 * A thing that a killed process has made, and that no state is known to hold, is taken over when exactly the same is
 * asked for: this is the deployment that was killed, run again.
 */
export function create(job: Job, planned: Fields, draft: Draft | undefined): Fields {
  const { type, facts, block, context } = job;
  const asked = digest(type, blockKey(block, planned, "exact"));
  const subject = (token: string): Subject => ({ values: planned, context, token });

  const problem =
    firstProblem(facts, subject(asked)) ??
    (draft === undefined ? undefined : missingFor(facts, subject(asked), undefined, draft));
  if (problem !== undefined) throw new Refusal(problem);
  return facts.minted ? mint(job, subject, asked, draft) : claim(job, subject, asked, draft);
}

function firstProblem({ applyChecks }: ResourceFacts, { values, context }: Subject): string | undefined {
  return applyChecks.map((check) => check(values, context)).find((problem) => problem !== undefined);
}

/** The service makes the name up: the first one that is free. */
function mint(
  job: Job,
  subject: (token: string) => Subject,
  asked: string,
  draft: Draft | undefined,
): Fields {
  for (let count = 0; ; count++) {
    const values = resolve(job.facts, job.block, subject(`${asked}/${count}`));
    const identity = job.facts.identity(values, job.context);
    const there = draft?.get(job.type, identity);
    if (there === undefined || isLeftBehind(there, asked)) return keep(job, identity, values, asked, draft);
  }
}

/** The name is the person's choice: it is free, or it is theirs, or the provider refuses or takes it over. */
function claim(
  job: Job,
  subject: (token: string) => Subject,
  asked: string,
  draft: Draft | undefined,
): Fields {
  const { type, facts, block, context } = job;
  const unnamed = subject(asked);
  const named = resolve(facts, block, unnamed);
  const identity = facts.identity(named, context);
  const values = resolve(facts, block, { ...unnamed, token: `${type}/${identity}` });
  const identified = facts.identity(values, context);

  const there = draft?.get(type, identified);
  if (there === undefined || isLeftBehind(there, asked)) return keep(job, identified, values, asked, draft);
  const words = facts.taken({ values, context, token: `${type}/${identified}` });
  if (words !== undefined) throw new Refusal(words);
  return keep(job, identified, values, asked, draft, there);
}

const isLeftBehind = (there: Thing, asked: string): boolean => there.asked === asked && isAbandoned(there);

function keep(
  { type, facts, block }: Job,
  identity: string,
  values: Fields,
  asked: string,
  draft: Draft | undefined,
  there?: Thing,
): Fields {
  const attributes: Readonly<Record<string, Value>> = storedOf(facts, values);
  const marks = there?.marks === undefined ? {} : { marks: there.marks };
  if (draft !== undefined) draft.put(type, identity, { attributes, ...marks, maker: draft.maker, asked });
  return stateOf(facts, block, values, attributes);
}
