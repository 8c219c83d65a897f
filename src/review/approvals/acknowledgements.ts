import {
  compare,
  isAcceptable,
  isAccepted,
  lossEntry,
  lossesOfDomain,
  type Domain,
  type ProductLoss,
} from "../../mesh";
import {
  plain,
  say,
  type AcknowledgementBlock,
  type AcknowledgementEntry,
  type BreakSet,
  type LossSet,
  type MeshSide,
  type StackReview,
  type Text,
} from "../model";
import { entriesYaml } from "./entries-yaml";
import { acceptorsOf, placeOf } from "./place";

/** All that can be accepted of a change. */
export interface Risks {
  readonly losses: readonly LossSet[];
  readonly breaks: readonly BreakSet[];
}

/** What entries are made from, besides what they accept. */
export interface EntryFacts {
  readonly head?: MeshSide;
  readonly base?: MeshSide;
  readonly stacks?: readonly Pick<StackReview, "stack" | "resources">[];
  /** False for a domain of which a plan failed or could not be made: what it comes to is not known. @default - true */
  readonly isPlanned?: (domain: string) => boolean;
}

/**
 * What has to be added to each manifest before everything that can be accepted is: by the hashes of plans and, for what
 * the locks know, by product. The two protect different moments: a lock is checked where there is no plan, and a plan
 * where more may be lost than a lock knows. What a label accepts is asked for when it is deployed, so it is in it.
 */
export function acknowledgementBlocks(risks: Risks, facts: EntryFacts): AcknowledgementBlock[] {
  const blocks = new Blocks(facts);
  for (const set of risks.losses) {
    if (set.acknowledged?.by !== "manifest") blocks.addPlan(set);
  }
  for (const set of risks.losses) blocks.addRefused(set);
  for (const set of risks.breaks) {
    if (set.acknowledged === undefined) blocks.addPlan(set);
  }
  blocks.addVoid([...risks.losses, ...risks.breaks]);
  for (const domain of facts.head?.index.mesh.domains.keys() ?? []) blocks.addLocked(domain);
  blocks.addGone();
  return blocks.all();
}

interface Block extends Pick<AcknowledgementBlock, "file" | "hasOthers"> {
  readonly teams: Set<string>;
  readonly entries: AcknowledgementEntry[];
  readonly notes: Text[];
}

/** Blocks by file. */
class Blocks {
  private readonly byFile = new Map<string, Block>();
  /** Manifests to which no entry would be of use. */
  private readonly blocked = new Set<string>();

  constructor(private readonly facts: EntryFacts) {}

  addPlan({ domain, about, hash, entry, acknowledged }: LossSet | BreakSet): void {
    if (this.facts.isPlanned?.(domain) === false) {
      this.noteOf(
        domain,
        say`what ${domain} loses or breaks can be accepted when all of its stacks are planned`,
      );
      return;
    }
    this.blockOf(domain)?.entries.push({ about, entry, hash, byLabel: acknowledged?.by === "label" });
  }

  /** Nobody's word moves Terraform. */
  addRefused({ domain, stack }: LossSet): void {
    const resources = this.facts.stacks?.find((each) => each.stack === stack)?.resources ?? [];
    const refused = resources.filter((resource) => resource.refused).length;
    if (refused === 0) return;
    this.noteOf(
      domain,
      say`Terraform still refuses ${[refused === 1 ? "1 change" : `${refused} changes`]} of stack ${stack}, as said above: no entry lifts ${"prevent_destroy"}`,
    );
  }

  /** Entries that the change brings and that accept none of it, beside what they may have been meant for. */
  addVoid(sets: readonly (LossSet | BreakSet)[]): void {
    const { head, base } = this.facts;
    if (head === undefined || base === undefined) return;
    const hashes = new Set(sets.map(({ hash }) => hash));
    for (const { domain, acknowledged } of sets) {
      if (acknowledged !== undefined) continue;
      const { file, acceptedPlans } = placeOf(head.index.mesh, domain);
      const known = new Set(placeOf(base.index.mesh, domain).acceptedPlans.map(({ plan }) => plan));
      for (const { plan } of acceptedPlans) {
        if (known.has(plan) || hashes.has(plan)) continue;
        this.noteOf(
          domain,
          say`the entry of ${plan} in ${file} accepts none of this: it is of another change, or of another environment`,
        );
      }
    }
  }

  /** What the lock of a domain knows and the manifests would lose, and did not lose before. */
  addLocked(name: string): void {
    const { head, base } = this.facts;
    const domain = head?.index.mesh.domains.get(name);
    if (head === undefined || domain === undefined) return;
    const { today } = head.index;
    const openOf = (each: Domain): ProductLoss[] =>
      lossesOfDomain(each).filter((loss) => !isAccepted(each, loss, today));
    const before = base?.index.mesh.domains.get(name);
    const known = new Set(before && openOf(before).map(keyOf));
    const told = new Set<string>();
    for (const loss of openOf(domain).filter((each) => !known.has(keyOf(each)))) {
      const about = say`released product ${loss.product}: ${[loss.what]}`;
      if (!isAcceptable(loss)) {
        this.noteOf(
          name,
          say`${loss.product} has to be retired, and locked as retired, before it is removed: until then no entry lets this change pass`,
        );
        this.blocked.add(domain.file);
      } else if (!told.has(keyOf(loss))) {
        this.blockOf(name)?.entries.push({ about, entry: lossEntry(loss, today), byLabel: false });
      }
      told.add(keyOf(loss));
    }
  }

  /** A lock outlives its domain. */
  addGone(): void {
    const { head, base } = this.facts;
    const known = new Set(base?.index.mesh.locksOfGoneDomains.map(({ domain }) => domain));
    for (const { domain, file } of head?.index.mesh.locksOfGoneDomains ?? []) {
      if (known.has(domain)) continue;
      this.noteOf(
        domain,
        say`domain ${domain} was released: destroy its stacks first, and then remove ${file} in the same change as the domain`,
      );
    }
  }

  all(): AcknowledgementBlock[] {
    for (const file of this.blocked) this.byFile.get(file)?.entries.splice(0);
    return [...this.byFile.values()]
      .filter(({ entries, notes }) => entries.length + notes.length > 0)
      .sort((a, b) => compare(a.file, b.file))
      .map(({ teams, entries, notes, ...block }) => ({
        ...block,
        teams: [...teams].sort(compare),
        ...{ entries, notes },
        yaml: entries.length === 0 ? "" : entriesYaml(entries, block.hasOthers),
      }));
  }

  private noteOf(domain: string, note: Text): void {
    const notes = this.blockOf(domain)?.notes ?? [];
    if (!notes.some((each) => plain(each) === plain(note))) notes.push(note);
  }

  /** Undefined without a mesh: there is no manifest then. */
  private blockOf(domain: string): Block | undefined {
    const { head, base } = this.facts;
    if (head === undefined) return undefined;
    const { file, hasEntries } = placeOf(head.index.mesh, domain);
    const block = this.byFile.get(file) ?? { file, hasOthers: hasEntries, ...EMPTY() };
    this.byFile.set(file, block);
    for (const team of acceptorsOf(domain, head, base)) block.teams.add(team);
    return block;
  }
}

const EMPTY = (): Pick<Block, "teams" | "entries" | "notes"> => ({
  teams: new Set(),
  entries: [],
  notes: [],
});

/** Two losses of one kind of one product have one entry. */
const keyOf = ({ change, product }: ProductLoss): string => `${change} ${product}`;
