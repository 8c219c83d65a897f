import type { Review } from "../../model";
import { byUnits } from "../facts/order";

/** The manifest of a mesh, where nothing closer is known. */
const MESH_FILE = "mesh.yaml";

/** Where in the manifests something is said, as far as the review knows. */
export interface Places {
  /** The file of a port, or of the domain. */
  readonly ofPorts: (ports: readonly string[], domain: string) => string;
  readonly ofDomain: (domain: string) => string;
}

/** The files that a review names: those of products and those that accept losses. */
export function placesOf({ products, lossSets, stacks }: Review): Places {
  const ofPort = new Map(products.map(({ port, file }) => [port, file]));
  const domains = new Map<string, string>();
  for (const { domain, file } of [...products].sort((a, b) => byUnits(b.file, a.file)))
    domains.set(domain, file);
  for (const { domain, file } of lossSets) if (file !== undefined) domains.set(domain, file);
  for (const { stack, domain, file } of stacks) if (file !== undefined) domains.set(domain ?? stack, file);
  const ofDomain = (domain: string): string => domains.get(domain) ?? MESH_FILE;
  return {
    ofDomain,
    ofPorts: (ports, domain) =>
      ports.map((port) => ofPort.get(port)).find((file) => file !== undefined) ?? ofDomain(domain),
  };
}
