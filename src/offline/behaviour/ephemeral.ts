import {
  CREATED_AT,
  digest,
  placeholderSecret,
  SECRET_VERSION,
  secretNameOf,
  text,
  uuid,
  type ProviderContext,
} from "../facts";
import { regionalArn } from "../../names";
import type { EphemeralResult, Value } from "../model";
import type { World } from "../world";
import { failure } from "./diagnostics";
import { fieldsOf, isFields } from "./values";

/**
 * Opens an ephemeral resource. The text of a secret is what a person has written into the world, as `secret_string` of
 * the `aws_secretsmanager_secret`; without it a place-holder, always the same for the same secret. It is in no state.
 */
export function openEphemeral(
  type: string,
  config: Value,
  context: ProviderContext,
  world: World | undefined,
): EphemeralResult {
  if (type !== SECRET_VERSION) {
    return {
      result: null,
      diagnostics: [failure(`the offline engine does not know ephemeral resource '${type}'`)],
    };
  }
  const fields = fieldsOf(config);
  const id = text(fields, "secret_id");
  const name = secretNameOf(id);
  const identity = [context.site.account, context.site.region, name].join("/");
  const kept = world?.get("aws_secretsmanager_secret", identity)?.attributes ?? {};
  const version = uuid(context.seed, "secret version", name);
  const suffix = digest(context.seed, name).slice(0, 6);
  const result = {
    secret_id: id,
    region: fields.region ?? context.site.region,
    arn: kept.arn ?? regionalArn(context.site, "secretsmanager", `secret:${name}-${suffix}`),
    secret_string:
      typeof kept.secret_string === "string" ? kept.secret_string : placeholderSecret(context, name),
    secret_binary: null,
    version_id: fields.version_id ?? version,
    version_stages: ["AWSCURRENT"],
    version_stage: fields.version_stage ?? "AWSCURRENT",
    created_date: CREATED_AT,
  };
  return { result: isFields(config) ? result : null, diagnostics: [] };
}
