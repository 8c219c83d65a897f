import type { Text } from "../model";
import type { Condition } from "./policy/condition";

/** A thing as one side of a grant names it. */
export interface Part {
  /** What it is compared by; actions and resources may hold the wildcards of policies. */
  readonly pattern: string;
  readonly text: Text;
}

/** One thing, or with `except` everything but some. */
export interface Choice {
  readonly except: boolean;
  readonly parts: readonly Part[];
}

/**
 * How the parts of a grant become a sentence: may `s3:GetObject` on it (`action`), may read it (`verb`), can be allowed
 * `s3:GetObject` on it (`bound`), has it (`has`).
 */
export type Phrase = "action" | "verb" | "bound" | "has";

/** Somebody may, or must not, do one thing to one thing. */
export interface Grant {
  /** `Kafka`, `Postgres`, `IAM`, `S3`, `KMS`, … */
  readonly system: string;
  readonly effect: "allow" | "deny";
  readonly who: Choice;
  readonly action: Choice;
  /** Nothing for what is about no thing, such as to log in. */
  readonly what?: Choice;
  /** All have to hold. */
  readonly conditions: readonly Condition[];
  readonly phrase: Phrase;
  /** The document it stands in, for documents that are about their own thing only, such as a bucket's policy. */
  readonly within?: string;
  /** The thing whose own rule it is, `bucket x`: neither lost nor gained by anyone when the thing itself comes or goes. */
  readonly of?: string;
}

/** What is true of one thing whatever is granted: a boundary, a block of public access. */
export interface Guard {
  readonly system: string;
  /** The thing and the kind of guard. */
  readonly key: string;
  /** How it is on this side; undefined when the thing is not there. */
  readonly value: string | undefined;
  /** What is said when it goes from one value to another. */
  readonly says: (before: string | undefined, after: string | undefined) => Verdicts;
  readonly of?: string;
}

/** What somebody gains and loses by a change of a guard. */
export interface Verdicts {
  readonly gained?: Text;
  readonly lost?: Text;
  readonly changed?: Text;
}

/** What can be known of neither side: a document that is unknown, sensitive or unreadable. */
export interface Note {
  readonly system: string;
  readonly text: Text;
  /** What is said when it is true no longer. @default - nothing */
  readonly gone?: Text;
  /** Differs when the note is about something else. */
  readonly key: string;
}

/** Who may do what, on one side of a change. */
export interface Access {
  readonly grants: readonly Grant[];
  readonly guards: readonly Guard[];
  readonly notes: readonly Note[];
  /** Things that are there, as grants name them in `of`. */
  readonly things: readonly string[];
}

export const NO_ACCESS: Access = { grants: [], guards: [], notes: [], things: [] };

/** One thing. */
export const one = (pattern: string, text: Text = [{ code: pattern }]): Choice => ({
  except: false,
  parts: [{ pattern, text }],
});

/** Everything but some things. */
export const allBut = (parts: readonly Part[]): Choice => ({ except: true, parts });

/** Several in one. */
export function together(accesses: readonly Access[]): Access {
  return {
    grants: accesses.flatMap(({ grants }) => grants),
    guards: accesses.flatMap(({ guards }) => guards),
    notes: accesses.flatMap(({ notes }) => notes),
    things: accesses.flatMap(({ things }) => things),
  };
}
