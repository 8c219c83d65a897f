import type { SourceRef } from "../finding";
import { isBuilt, type Mesh, type PortKey, type Writer } from "../mesh";
import { inDomain, inMesh, inProduct, inSubscription } from "./source";

interface Claim {
  readonly writer: Writer;
  readonly port?: PortKey;
}

/** The manifest and the field that a physical name comes from. */
export function conflictSource(mesh: Mesh, { writer, port }: Claim): SourceRef {
  const product = port === undefined ? undefined : mesh.ports.get(port);
  if (product !== undefined) return inProduct(product, "name");

  const domain = mesh.domains.get(writer.domain);
  if (domain === undefined) return inMesh(mesh, "organisation");

  const own = domain.products.find((each) => each.name === writer.app && isBuilt(each));
  if (own !== undefined) return inProduct(own, "name");
  const subscription = domain.subscriptions.find(({ app }) => app === writer.app);
  return subscription === undefined ? inDomain(domain, "name") : inSubscription(domain, subscription, "app");
}
