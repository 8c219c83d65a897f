import { found, Subject, type Meaning } from "../kit";
import type { Path } from "../../model";
import type { Found, Rule } from "../rule";

export const SOURCE = "plan-review reference §4 and §5, general rules";

/** A rule about every type: `generic/<id>`. */
export const generic = (
  id: string,
  when: (subject: Subject) => boolean,
  meaning: Meaning,
  causeOf?: (subject: Subject) => Path | undefined,
): Rule => ({
  ...{ id: `generic/${id}`, types: [], source: SOURCE },
  find: (change): Found | undefined => {
    const subject = new Subject(change);
    return found(subject, when, meaning, causeOf?.(subject));
  },
});
