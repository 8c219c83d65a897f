import type { ContractChange, ContractChangeKind } from "../../contract";
import type { Finding, SourceRef } from "../../finding";
import type { PortKey } from "../../mesh";
import type { AcknowledgementBlock, BreakSet, LossSet } from "./acknowledgement";
import type { Effect } from "./effect";
import type { GuardChange } from "./guard";
import type { Action } from "./plan";
import type { Text } from "./text";
import type { Path, Value } from "./value";
import type { Verdict } from "./verdict";

/** How one attribute changes. */
export interface AttributeDiff {
  readonly path: Path;
  /** True when it forces a replacement. */
  readonly forces: boolean;
  /** Undefined when it is not there. */
  readonly before?: Value;
  readonly after?: Value;
  /** What there is to say instead of values: `sensitive, changed`, `formatting only`. */
  readonly note?: string;
  /** A JSON document, such as a policy, compared by its parts: one line each, `+` or `-` in front. */
  readonly lines?: readonly DiffLine[];
}

/** One line of a structural diff. */
export interface DiffLine {
  readonly sign: "+" | "-" | "~";
  readonly text: Text;
}

/** Who reads what changes. */
export interface Consumer {
  readonly domain: string;
  /** The team that owns the domain. */
  readonly team: string;
  /** The port that is read. */
  readonly port: PortKey;
  /** Apps of the domain that read it, sorted; empty for a domain further down the lineage. */
  readonly apps: readonly string[];
  /** Products of the domain that are made from it, sorted. */
  readonly products: readonly PortKey[];
  /** `YYYY-MM-DD`: when the agreement ends; none further down the lineage. */
  readonly until?: string;
  /** Reads it directly, or what is made from it. */
  readonly direct: boolean;
}

/** A delete and a create that are one thing under two addresses. */
export interface Rename {
  readonly from: string;
  readonly to: string;
  /** Why they are taken for one: `both are the topic orders.order-placed.v1`. */
  readonly because: Text;
  /** The entry to add to the stack, as JSON in one line. */
  readonly moved: string;
}

/** One resource that changes. */
export interface ResourceReview {
  readonly address: string;
  readonly deposed?: string;
  readonly previousAddress?: string;
  /** `orders/Products/order-placed.v1/Topic`. */
  readonly constructPath?: string;
  readonly type: string;
  readonly action: Action;
  /** The new one is made before the old one goes. */
  readonly createFirst: boolean;
  /** Set when it is taken over from outside. */
  readonly importId?: string;
  readonly verdict: Verdict;
  /** Worst first. */
  readonly effects: readonly Effect[];
  readonly attributes: readonly AttributeDiff[];
  /** How many computed attributes become known at the apply only. */
  readonly unknown: number;
  /** The ports it holds data of, or opens. */
  readonly ports: readonly PortKey[];
  readonly consumers: readonly Consumer[];
  readonly rename?: Rename;
  /** Terraform itself would refuse it: `prevent_destroy` is set. */
  readonly refused: boolean;
  /** The manifest it follows from, relative to the mesh's root, where that is known. */
  readonly file?: string;
}

/** Resources by what happens to them, as Terraform counts: a replacement is one of its own here. */
export interface Counts {
  readonly create: number;
  readonly update: number;
  readonly replace: number;
  readonly delete: number;
  readonly move: number;
  readonly import: number;
  readonly forget: number;
  readonly drift: number;
}

/** One stack that changes, or whose plan failed. */
export interface StackReview {
  readonly stack: string;
  /** The platform's stack has none. */
  readonly domain?: string;
  readonly verdict: Verdict;
  readonly counts: Counts;
  /** All that change, worst first, then by address; nothing that is unchanged. */
  readonly resources: readonly ResourceReview[];
  /** Changes made by somebody else. */
  readonly drift: readonly ResourceReview[];
  readonly otherDrift: number;
  readonly outputs: readonly { readonly name: string; readonly action: Action }[];
  /** What did not pass, is incomplete, put off or failed: each a sentence. */
  readonly remarks: readonly Text[];
  /** Set when the plan failed: the first line of why. */
  readonly error?: string;
  /** True when it differs and there is no plan of it, which is an error too. @default false */
  readonly missing?: boolean;
  /** The manifest of its domain, relative to the mesh's root, where that is known. */
  readonly file?: string;
}

/** One product whose contract changes. */
export interface ProductReview {
  readonly port: PortKey;
  readonly domain: string;
  /** Versions as declared; undefined where it is not there. */
  readonly versionBefore?: string;
  readonly versionAfter?: string;
  /** The least the version has to be raised by, and by how much it was. */
  readonly needed: "none" | "minor" | "major";
  readonly declared: "none" | "patch" | "minor" | "major" | "new" | "gone";
  readonly verdict: Verdict;
  readonly changes: readonly ContractChangeReview[];
  readonly consumers: readonly Consumer[];
  /** What to do instead, when it breaks without a new major, or the version is raised by too little. */
  readonly wayOut?: Text;
  /** The file that says it, relative to the mesh's root. */
  readonly file: string;
}

/** What can change in a product besides its contract. */
export type ProductChangeKind =
  | "productAdded"
  | "productRemoved"
  | "portAdded"
  | "portRemoved"
  | "lifecycleMoved"
  | "sunsetMoved"
  | "sloRaised"
  | "sloLowered"
  /** Data goes before a reader is sure to have read it, or before the contract lets it go. */
  | "retentionTooShort"
  | "shareAdded"
  | "shareExtended"
  | "shareShortened"
  | "shareRevoked";

/** One change of a contract, or of what else a product promises, with how it was weighed. */
export interface ContractChangeReview extends Omit<ContractChange, "kind"> {
  readonly kind: ContractChangeKind | ProductChangeKind;
  readonly sentence: Text;
  /** What it means for those who read it. */
  readonly verdict: Verdict;
  /** Set when the platform weighs it otherwise than usual: its reason and until when. */
  readonly overridden?: { readonly reason: string; readonly until: string };
}

/** What the mesh says about why somebody's access changes. */
export type AccessReason =
  /** An agreement begins, ends or lasts longer: `traffic/campaign-performance` (`reader`) reads `port`. */
  | { readonly kind: "agreement"; readonly reader: string; readonly port: PortKey }
  /** The identities of a domain, and what is the domain's own. */
  | { readonly kind: "own"; readonly domain: string }
  /** Neither: nothing in the mesh explains it. */
  | { readonly kind: "none" };

/** Somebody who can do something afterwards and could not before, or the other way round. */
export interface AccessChange {
  readonly direction: "gained" | "lost" | "changed";
  /** `User:traffic.campaign may read topic orders.order-placed.v2`. */
  readonly sentence: Text;
  /** By which system: `Kafka`, `Postgres`, `IAM`, `S3`, `KMS`, `mesh`. */
  readonly system: string;
  /** Why, where both sides of the mesh are known; an agreement of the mesh names itself. */
  readonly because?: AccessReason;
  /** Where a manifest says it, or says it no longer. */
  readonly at?: Pick<SourceRef, "file" | "path">;
  readonly stack?: string;
  readonly address?: string;
}

/** A team that has to approve, and why. */
export interface Approval {
  readonly team: string;
  /** `owner of orders`, `consulted by orders`, `reads orders/order-placed.v1`. */
  readonly reasons: readonly Text[];
  /** Approve before a merge, or be told. */
  readonly kind: "approves" | "consulted" | "informed";
}

/** The whole answer: plain data; every form of output is made from it. */
export interface Review {
  /** `shop/prod`: the same for every review of it, whatever the version of the tool. */
  readonly id: string;
  readonly environment: string;
  /** Commits, where they are known. */
  readonly head?: string;
  readonly base?: string;
  /** Changes are reviewed too that are in no commit. */
  readonly uncommitted: boolean;
  readonly verdict: Verdict;
  /** Worst first, then in deployment order. */
  readonly stacks: readonly StackReview[];
  /** Stacks without any change, sorted; `proven` when equal bytes prove it, without a plan. */
  readonly unchanged: readonly { readonly stack: string; readonly proven: boolean }[];
  readonly products: readonly ProductReview[];
  readonly access: readonly AccessChange[];
  /** What protects the mesh less than before, whatever the plans say. */
  readonly guards: readonly GuardChange[];
  readonly approvals: readonly Approval[];
  readonly lossSets: readonly LossSet[];
  readonly breakSets: readonly BreakSet[];
  /** What has to be written into manifests before all of it is accepted, one of each file. */
  readonly acknowledgements: readonly AcknowledgementBlock[];
  /** Hashes that a label or a flag accepts and that are of nothing that changes here, sorted. */
  readonly unmatched: readonly string[];
  /** What the policy rules say of the mesh as it would be, errors and warnings that the base does not have. */
  readonly findings: readonly Finding[];
  /** What this review cannot know, such as drift. */
  readonly limits: readonly Text[];
  /** What was not compared and why: with any of it, nobody can say that the change is safe. */
  readonly gaps: readonly Text[];
  /** Command that makes this review again. */
  readonly command?: string;
}
