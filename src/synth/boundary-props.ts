import { deploySubject } from "../names";
import type { BoundaryImport, BoundaryStackProps } from "../../stacks/boundary";
import { appsOf, type Domain } from "../mesh";
import { importsOf } from "./domain-props";
import type { MeshView } from "./mesh-view";

/** The props of a domain's boundary stack. */
export function boundaryStackProps(view: MeshView, domain: Domain): BoundaryStackProps {
  const { mesh, environment, state, siteOf, manifest, index } = view;
  const { deploy } = manifest;
  return {
    environment,
    site: siteOf(domain.name),
    state,
    domain: domain.name,
    ownerTeam: domain.owner.team,
    apps: appsOf(index, domain.name).map(({ app }) => app),
    imports: boundaryImports(view, domain.name),
    deploy: deploy && {
      providerUrl: deploy.provider,
      subjects: [deploySubject(deploy.repository, manifest.name, domain.name)],
    },
    ownsAccount: ownsAccount(view, domain.name),
    producerBytesPerSecond: mesh.limits.producerBytesPerSecond,
    consumerBytesPerSecond: mesh.limits.consumerBytesPerSecond,
  };
}

/** A boundary holds for the domain as a whole: one entry per port, whatever the number of apps that read it; none for Postgres. */
function boundaryImports(view: MeshView, domain: string): BoundaryImport[] {
  const byPort = new Map<string, BoundaryImport>();
  for (const { app: _app, schema: _schema, ...port } of importsOf(view, domain)) {
    if (!port.topic && !port.bucket) continue;
    byPort.set(`${port.domain}/${port.product}.v${port.major}`, port);
  }
  return [...byPort.values()];
}

/** True for the first domain, by name, of an account and region that is not the platform's. */
function ownsAccount({ mesh, environment, siteOf }: MeshView, domain: string): boolean {
  const placeOf = (name: string): string => `${siteOf(name).account}/${siteOf(name).region}`;
  const place = placeOf(domain);
  if (place === `${environment.site.account}/${environment.site.region}`) return false;
  return [...mesh.domains.keys()].find((name) => placeOf(name) === place) === domain;
}
