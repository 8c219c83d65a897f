import type { Obstacle, Subject } from "../../facts";
import type { Draft, Thing } from "../../world";
import type { Fields } from "../values";
import { isOrphan } from "./needs";
import { Refusal, type Job } from "./job";

/** Deletes a thing and what cannot be without it. One that is gone already is no problem. */
export function destroy(job: Job, prior: Fields, draft: Draft | undefined): void {
  const { type, facts, context } = job;
  if (draft === undefined || facts.survives(prior)) return;
  const identity = facts.identity(prior, context);
  const thing = draft.get(type, identity);
  if (thing === undefined) return;

  const subject: Subject = {
    values: { ...prior, ...thing.attributes },
    context,
    token: `${type}/${identity}`,
  };
  const obstacle = facts.obstacles.find((each) => stands(each, prior, thing, subject, draft));
  if (obstacle !== undefined) throw new Refusal(obstacle.words(subject));

  for (const heirloom of facts.bequeaths) handOver(heirloom, job, subject, draft);
  draft.remove(type, identity);
  removeOrphans(job, type, draft);
}

/** What lifts an obstacle is read from the prior values: a deletion knows no others. */
function stands(obstacle: Obstacle, prior: Fields, thing: Thing, subject: Subject, draft: Draft): boolean {
  if (obstacle.unless?.(prior) === true) return false;
  if (obstacle.mark !== undefined && thing.marks?.includes(obstacle.mark) === true) return true;
  const { by } = obstacle;
  return by !== undefined && draft.list(by.type).some(([, other]) => by.holds(other.attributes, subject));
}

/** Things of the one that goes become the provider's own user's. */
function handOver(
  { type, attribute }: { readonly type: string; readonly attribute: string },
  { context }: Job,
  { values }: Subject,
  draft: Draft,
): void {
  for (const [identity, thing] of draft.list(type)) {
    if (thing.attributes[attribute] !== values.name) continue;
    const heir = context.config.username ?? "postgres";
    draft.put(type, identity, { ...thing, attributes: { ...thing.attributes, [attribute]: heir } });
  }
}

/** What needed a thing of `gone` for its whole life goes with it, and what needed that. */
function removeOrphans(job: Job, gone: string, draft: Draft): void {
  for (const [type, facts] of job.provider.resources) {
    if (!facts.needs.some((need) => need.lifelong === true && need.type === gone)) continue;
    const orphans = draft
      .list(type)
      .filter(([, thing]) => isOrphan(facts, thing.attributes, job.context, draft));
    for (const [identity] of orphans) draft.remove(type, identity);
    if (orphans.length > 0) removeOrphans(job, type, draft);
  }
}
