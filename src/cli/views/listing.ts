import type { ListedDomain, ListedProduct, MeshListing } from "../data/listing";
import type { Style } from "../style";
import { lifecycleText, paintLifecycle } from "./lifecycle";
import { table } from "./table";
import { counted } from "./text";

/** A row: what the tree shows, the owner of a domain or the lifecycle of a product, ports, readers. */
type Row = readonly [tree: string, state: string, ports: string, readers: string];

/** The tree of domains and products. */
export function renderListing(listing: MeshListing, style: Style): string[] {
  const { organisation, domainCount, productCount, domains } = listing;
  const rows = domains.flatMap((domain) => [domainRow("", domain), ...rowsBelow(domain, "")]);
  const head = `${style.bold(organisation)}: ${counted(domainCount, "domain")}, ${counted(productCount, "product")}`;
  const isDomain = (row: number): boolean => rows[row]?.[3] === "" && rows[row]?.[2] === "";
  const lines = table(rows, {
    paint: (cell, column, row) => {
      if (column === 0) return isDomain(row) ? style.bold(cell) : cell;
      if (column === 1) return isDomain(row) ? style.cyan(cell) : paintLifecycle(cell, style);
      return cell.startsWith("no ") ? style.dim(cell) : cell;
    },
  });
  return [head, ...(lines.length > 0 ? ["", ...lines] : [])];
}

function rowsBelow({ products, domains }: ListedDomain, indent: string): Row[] {
  const entries = [
    ...products.map((product) => (branch: string) => [productRow(branch, product)]),
    ...domains.map((domain) => (branch: string, below: string) => [
      domainRow(branch, domain),
      ...rowsBelow(domain, below),
    ]),
  ];
  return entries.flatMap((rowsOf, at) => {
    const isLast = at === entries.length - 1;
    return rowsOf(`${indent}${isLast ? "└─ " : "├─ "}`, `${indent}${isLast ? "   " : "│  "}`);
  });
}

const domainRow = (branch: string, { name, owner }: ListedDomain): Row => [`${branch}${name}`, owner, "", ""];

function productRow(branch: string, product: ListedProduct): Row {
  const { name, ports, readers } = product;
  return [
    `${branch}${name}`,
    lifecycleText(product),
    ports.join(", ") || "no ports",
    readers.length === 0 ? "no readers" : `read by ${readers.join(", ")}`,
  ];
}
