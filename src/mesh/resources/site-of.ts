import type { EnvironmentManifest } from "../../manifest";
import type { Site } from "../../names";
import type { Mesh } from "../model";

/** Where a domain lives in an environment: its own account and region where `mesh.yaml` gives it one. */
export function siteOf(
  mesh: Pick<Mesh, "organisation">,
  environment: EnvironmentManifest,
  domain: string,
): Site {
  const { domains = {} } = environment;
  const own = Object.hasOwn(domains, domain) ? domains[domain] : undefined;
  return {
    organisation: mesh.organisation,
    environment: environment.name,
    account: own?.account ?? environment.account,
    region: own?.region ?? environment.region,
  };
}

/** Where the platform itself lives in an environment. */
export function platformSiteOf(mesh: Pick<Mesh, "organisation">, environment: EnvironmentManifest): Site {
  const { name, account, region } = environment;
  return { organisation: mesh.organisation, environment: name, account, region };
}
