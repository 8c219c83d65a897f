import type { EnvironmentManifest } from "../../manifest";
import type { Mesh } from "../model";
import { appNamesOf, isBuilt } from "../questions/agreement";
import { addAppNames } from "./app-names";
import { addDomainNames } from "./domain-names";
import { InventoryBuilder } from "./inventory-builder";
import { addPlatformNames } from "./platform-names";
import { addProductNames } from "./product-names";
import type { Inventory, Resource } from "./resource";
import { siteOf } from "./site-of";

/** Every physical name of an environment with its only writer. */
export function resourcesOf(mesh: Mesh, environment: EnvironmentManifest): readonly Resource[] {
  return inventoryOf(mesh, environment).resources;
}

/** Every physical name of an environment, and those that cannot be built. */
export function inventoryOf(mesh: Mesh, environment: EnvironmentManifest): Inventory {
  const builder = new InventoryBuilder();
  addPlatformNames(builder, mesh, environment);
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
