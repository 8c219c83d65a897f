import { isAccount, isRegion } from "../../names";
import type { Attributes, ProviderContext } from "../facts";
import { text } from "../facts";
import type { Value } from "../model";
import { elementsOf, fieldsOf } from "./values";

/** The account of a provider that names none. */
export const DEFAULT_ACCOUNT = "000000000000";

/** The region of a provider that names none. */
export const DEFAULT_REGION = "us-east-1";

/** What a provider knows of its configuration. */
export function contextOf(config: Value, seed: string): ProviderContext {
  const fields: Attributes = fieldsOf(config);
  const [account = ""] = elementsOf(fields.allowed_account_ids).filter((id) => typeof id === "string");
  const region = text(fields, "region");
  return {
    config: fields,
    site: {
      organisation: "",
      environment: "",
      account: isAccount(account) ? account : DEFAULT_ACCOUNT,
      region: isRegion(region) ? region : DEFAULT_REGION,
    },
    defaultTags: Object.assign(
      {},
      ...elementsOf(fields.default_tags).map((tags) => fieldsOf(fieldsOf(tags).tags)),
    ) as Record<string, Value>,
    seed,
  };
}
