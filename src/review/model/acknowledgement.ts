import type { PortKey } from "../../mesh";
import type { Text } from "./text";

/** How a set of losses or breaks came to be accepted. */
export interface Acknowledged {
  /** `label` stands for `--accept` as well: both count for one review alone. */
  readonly by: "manifest" | "label";
  readonly reason?: string;
}

/** What is accepted as a whole, by its hash, or not at all. */
interface RiskSet {
  /** The domain that accepts it in its manifest; `platform` for the platform's own stack. */
  readonly domain: string;
  /** `stack orders in prod: 4 data losses`, `domain orders in prod: breaks analytics and erp`. */
  readonly about: Text;
  /** `loss:` or `breaks:` and 16 hexadecimal digits, over exactly this in this environment. */
  readonly hash: string;
  readonly acknowledged?: Acknowledged;
  /** The line to add to the manifest, and the file. */
  readonly entry: string;
  readonly file?: string;
}

/**
 * All that one stack would lose in one environment. It is per stack and not per domain because that is what is applied
 * at once: a deployment sees one stack's plan and has to know whether exactly that was accepted.
 */
export interface LossSet extends RiskSet {
  readonly stack: string;
  readonly losses: readonly { readonly stack: string; readonly address: string; readonly sentence: Text }[];
}

/** Something of a domain that readers fail on: a resource of one of its stacks, or a product. */
export interface Break {
  readonly stack?: string;
  readonly address?: string;
  readonly port?: PortKey;
  readonly sentence: Text;
}

/** All that one domain breaks for its readers in one environment. No deployment asks for it: it is agreed on before. */
export interface BreakSet extends RiskSet {
  readonly breaks: readonly Break[];
  /** Domains that read it directly, sorted. */
  readonly consumers: readonly string[];
}

/** One entry of a manifest's `acknowledgements` that is not there yet. */
export interface AcknowledgementEntry {
  /** What it accepts: `stack orders in prod: 4 data losses`. */
  readonly about: Text;
  /** One line of YAML; its author puts in the reason. */
  readonly entry: string;
  /** Undefined for what the locks know, which is accepted by product. */
  readonly hash?: string;
  /** A label accepts it for this review alone. */
  readonly byLabel: boolean;
}

/** All that somebody has to add to one manifest. */
export interface AcknowledgementBlock {
  /** Relative to the mesh's root. */
  readonly file: string;
  /** Who accepts: the teams that answer for what it is about, sorted. */
  readonly teams: readonly string[];
  /** The manifest has entries already, below which these go. */
  readonly hasOthers: boolean;
  readonly entries: readonly AcknowledgementEntry[];
  /** The entries as YAML, each with what it is about, to be copied; below their key, where there are no others. */
  readonly yaml: string;
  /** What keeps it from happening all the same. */
  readonly notes: readonly Text[];
}
