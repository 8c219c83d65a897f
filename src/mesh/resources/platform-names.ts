import type { EnvironmentManifest } from "../../manifest";
import {
  accessLogBucketName,
  PLATFORM_STACK,
  platformAlertTopicName,
  platformKeyAlias,
  stateKey,
} from "../../names";
import type { Mesh } from "../model";
import type { InventoryBuilder } from "./inventory-builder";
import type { Writer } from "./resource";
import { accountScope, ANYWHERE, regionScope, stateScope } from "./scopes";
import { platformSiteOf } from "./site-of";

/** The platform as a writer; no domain can be named like it. */
export const PLATFORM: Writer = { domain: "platform" };

/** What the platform stack defines, and the bucket of the state, which exists already. */
export function addPlatformNames(
  builder: InventoryBuilder,
  mesh: Mesh,
  environment: EnvironmentManifest,
): void {
  const site = platformSiteOf(mesh, environment);
  const { state, deploy } = environment;
  builder.exact("stack", environment.name, PLATFORM, () => PLATFORM_STACK);
  builder.exact("state", stateScope(environment), PLATFORM, () => stateKey(environment.name, PLATFORM_STACK));
  if (state !== "local") builder.exact("bucket", ANYWHERE, PLATFORM, () => state.bucket);
  builder.exact("bucket", ANYWHERE, PLATFORM, () => accessLogBucketName(site));
  builder.exact("SNS topic", regionScope(site), PLATFORM, () => platformAlertTopicName(site));
  builder.exact("key alias", regionScope(site), PLATFORM, () => platformKeyAlias(site));
  if (deploy !== undefined) {
    builder.exact("OIDC provider", accountScope(site), PLATFORM, () => deploy.provider);
  }
}
