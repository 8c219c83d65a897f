import type { EnvironmentManifest } from "../../manifest";
import type { Mesh } from "../model";
import { platformSiteOf, siteOf } from "./site-of";

/**
 * The first domain, by name, of every account and region that is not the platform's: its boundary stack defines what
 * a place needs once, as the platform's stack does for the platform's own.
 */
export function placeOwnersOf(
  mesh: Pick<Mesh, "organisation" | "domains">,
  environment: EnvironmentManifest,
): ReadonlySet<string> {
  const owned = new Set([placeOf(platformSiteOf(mesh, environment))]);
  const owners = new Set<string>();
  for (const domain of mesh.domains.keys()) {
    const place = placeOf(siteOf(mesh, environment, domain));
    if (!owned.has(place)) owners.add(domain);
    owned.add(place);
  }
  return owners;
}

const placeOf = ({ account, region }: { readonly account: string; readonly region: string }): string =>
  `${account}/${region}`;
