import type { ContractChangeReview, MeshSide, Text, Verdict } from "../model";
import type { Product } from "../../mesh";
import type { PortReaders } from "./readers";

/** A change of a product with what it means. */
export interface Judged {
  readonly change: Omit<ContractChangeReview, "verdict">;
  readonly verdict: Verdict;
  /** The domain that alone notices it. @default - everybody who reads the port */
  readonly reader?: string;
  /** What to do instead. */
  readonly wayOut?: Text;
}

/** A product that is there before and after. */
export interface ProductPair {
  readonly before: Product;
  readonly after: Product;
  readonly base: MeshSide;
  readonly head: MeshSide;
  readonly readers: PortReaders;
}

/** What a change means that matters to readers only. */
export const ifRead = ({ names }: PortReaders, verdict: Verdict, unread: Verdict): Verdict =>
  names.length > 0 ? verdict : unread;
