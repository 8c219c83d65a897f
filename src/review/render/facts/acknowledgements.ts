import { listed, listedUpTo, say, type AcknowledgementBlock, type Review, type Text } from "../../model";
import { sortedBy, sortedNames } from "./order";

type RiskSet = Review["lossSets"][number] | Review["breakSets"][number];

/** What all forms of output say of how something is accepted; literals are quoted by each in its own way. */
export interface AcknowledgementFacts {
  /** What goes for every entry, with full stops; undefined when there is none to be added. */
  readonly lead?: Text;
  /** Those with something to be added, and the words that go before it. */
  readonly blocks: readonly { readonly words: Text; readonly block: AcknowledgementBlock }[];
  /** What keeps it from happening all the same. */
  readonly notes: readonly Text[];
  /** What is accepted, or can be accepted by a label alone. */
  readonly sets: readonly Text[];
  /** Labels and flags that accept nothing. */
  readonly unmatched: readonly Text[];
}

const LEAD: Text = [
  "If this is meant to happen, accept it in this pull request. An entry holds until its date for exactly what changes here, and is " +
    "void as soon as that differs. A label with the hash accepts the same for this pull request alone",
];

/** Nobody is there any more to read the labels. */
const DEPLOYED: Text = say`: a deployment that loses data still asks for the entry, or for ${"--accept"} with the hash.`;

/** More hashes than these are counted. */
const MOST_HASHES = 6;

/**
 * Everything there is to say of acknowledgements.
 *
 * @param prefix goes before the paths of manifests. @default - they are relative to the mesh's root
 */
export function acknowledgementFacts(review: Review, prefix = ""): AcknowledgementFacts {
  const { acknowledgements, lossSets, breakSets, unmatched } = review;
  const blocks = acknowledgements.filter(({ entries }) => entries.length > 0);
  const sets = sortedBy<RiskSet>([...lossSets, ...breakSets], ({ acknowledged, domain, hash }) =>
    [acknowledged === undefined ? 0 : 1, domain, hash].join("\n"),
  );
  return {
    ...(blocks.length === 0 ? {} : { lead: lossSets.length === 0 ? [...LEAD, "."] : [...LEAD, ...DEPLOYED] }),
    blocks: blocks.map((block) => ({ block, words: blockWords(block, prefix) })),
    notes: acknowledgements.flatMap(({ notes }) => notes),
    sets: sets.flatMap((set) => setWords(set, prefix)),
    unmatched: unmatched.map((hash) => unmatchedWords(hash, sortedNames(sets.map((set) => set.hash)))),
  };
}

function blockWords({ teams, file, hasOthers }: AcknowledgementBlock, prefix: string): Text {
  const who = teams.length === 0 ? ["who answers for it"] : listed(teams);
  const verb = teams.length > 1 ? "accept it by adding" : "accepts it by adding";
  const where = hasOthers ? say`below ${"acknowledgements"} in ${prefix + file}` : say`to ${prefix + file}`;
  return say`${who} ${[verb]} this ${where}, with a reason in place of ${"…"}:`;
}

function setWords({ about, hash, acknowledged, file }: RiskSet, prefix: string): Text[] {
  if (acknowledged === undefined) {
    return file === undefined
      ? [say`${about}; to accept it, set ${hash} as a label, or give it to ${"--accept"}`]
      : [];
  }
  const { by, reason } = acknowledged;
  if (by === "manifest") {
    const where = file === undefined ? [" in the manifest"] : say` in ${prefix + file}`;
    return [say`${about}, acknowledged${where}${reason === undefined ? [] : say`: ${reason}`}`];
  }
  const accepted = say`${about}, accepted by a label or ${"--accept"}, for this review alone`;
  if (!hash.startsWith("loss:")) return [accepted];
  const entry = file === undefined ? [] : ["add the entry above, or "];
  return [say`${accepted}: before it is deployed, ${entry}deploy with ${`--accept ${hash}`}`];
}

function unmatchedWords(hash: string, hashes: readonly string[]): Text {
  const there =
    hashes.length === 0
      ? ["and nothing here has to be accepted"]
      : say`and what there is to accept is ${listedUpTo(hashes, MOST_HASHES)}`;
  return say`${hash} accepts nothing: nothing that changes here has this hash, ${there}`;
}
