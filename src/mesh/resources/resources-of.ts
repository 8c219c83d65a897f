import type { EnvironmentManifest } from "../../manifest";
import type { Mesh } from "../model";
import { appNamesOf, isBuilt } from "../questions/agreement";
import { addAppNames } from "./app-names";
import { addDomainNames } from "./domain-names";
import { InventoryBuilder } from "./inventory-builder";
import { placeOwnersOf } from "./place-owners";
import { addPlatformNames } from "./platform-names";
import { addProductNames } from "./product-names";
import type { Inventory, Resource } from "./resource";
import { accountScope } from "./scopes";
import { siteOf } from "./site-of";

/** Every physical name of an environment with its only writer. */
export function resourcesOf(mesh: Mesh, environment: EnvironmentManifest): readonly Resource[] {
  return inventoryOf(mesh, environment).resources;
}

/** Every physical name of an environment, and those that cannot be built. */
export function inventoryOf(mesh: Mesh, environment: EnvironmentManifest): Inventory {
  const builder = new InventoryBuilder();
  addPlatformNames(builder, mesh, environment);
  addProviders(builder, mesh, environment);
  for (const domain of mesh.domains.values()) {
    const site = siteOf(mesh, environment, domain.name);
    addDomainNames(builder, environment, site, domain.name);
    for (const product of domain.products.filter(isBuilt)) {
      addProductNames(builder, environment, site, product);
    }
    for (const app of appNamesOf(domain)) addAppNames(builder, environment, site, domain.name, app);
  }
  return builder.build();
}

/** A place of its own trusts the CI by the stack of its first domain; an account has one provider of an address. */
function addProviders(builder: InventoryBuilder, mesh: Mesh, environment: EnvironmentManifest): void {
  const { deploy } = environment;
  if (deploy === undefined) return;
  for (const domain of placeOwnersOf(mesh, environment)) {
    const scope = accountScope(siteOf(mesh, environment, domain));
    builder.exact("OIDC provider", scope, { domain }, () => deploy.provider);
  }
}
