import { portKey } from "../../mesh";
import type { PortKind } from "../data/state";

/** What a new product is. */
export interface ProductDraft {
  readonly domain: string;
  readonly name: string;
  /** `1.0.0`. */
  readonly version: string;
  readonly ports: readonly PortKind[];
  /** Of the domain. */
  readonly owner: { readonly team: string; readonly email: string };
  /** Of the first field of the contract. */
  readonly classification: string;
  /** Where the schemas are, from the mesh's root. */
  readonly schemas: string;
}

/** The major version of a draft. */
export function majorOfDraft({ version }: Pick<ProductDraft, "version">): number {
  return Number.parseInt(version, 10);
}

/** `orders/order-placed.v1`. */
export function keyOfDraft(draft: Pick<ProductDraft, "domain" | "name" | "version">): string {
  return portKey(draft.domain, draft.name, majorOfDraft(draft));
}

/** The folder of a draft, from the mesh's root: majors from the second on say so. */
export function folderOfDraft(draft: Pick<ProductDraft, "domain" | "name" | "version">): string {
  const major = majorOfDraft(draft);
  return `domains/${draft.domain}/products/${draft.name}${major === 1 ? "" : `.v${major}`}`;
}

/** The table of a new schema port, named like the product; the record of a topic has that name, if there is one. */
export function tableOfDraft({ name, ports }: Pick<ProductDraft, "name" | "ports">): string {
  const record = name.replaceAll("-", "_");
  return ports.includes("topic") ? `${record}_rows` : record;
}
