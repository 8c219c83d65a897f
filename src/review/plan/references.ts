import { field, fieldBelow, isList, isRecord, listOf, textOf, type Json } from "./json";
import type { Vault } from "./secrets/vault";

/**
 * By address, then attribute: the addresses that it is computed from. Of the root module's managed resources.
 *
 * @param isWanted whether those of an address are of use
 */
export function referencesOf(
  configuration: Json | undefined,
  vault: Vault,
  isWanted: (address: string) => boolean = () => true,
): Map<string, Map<string, readonly string[]>> {
  const found = new Map<string, Map<string, readonly string[]>>();
  for (const resource of listOf(fieldBelow(configuration, "root_module", "resources"))) {
    const raw = textOf(field(resource, "address"));
    const address = raw === undefined ? undefined : vault.text(raw);
    const expressions = field(resource, "expressions");
    if (address === undefined || !isWanted(address) || !isRecord(expressions)) continue;
    const attributes = new Map<string, readonly string[]>();
    for (const [attribute, expression] of Object.entries(expressions)) {
      const addresses = new Set<string>();
      collect(expression, addresses);
      if (addresses.size > 0)
        attributes.set(
          vault.key(attribute),
          [...addresses].sort().map((one) => vault.text(one)),
        );
    }
    if (attributes.size > 0) found.set(address, attributes);
  }
  return found;
}

/** An expression, or the expressions of a block, or of a list of blocks. */
function collect(expression: Json | undefined, into: Set<string>): void {
  if (isList(expression)) for (const block of expression) collect(block, into);
  if (!isRecord(expression)) return;
  if (isList(expression.references)) {
    for (const reference of expression.references) {
      if (typeof reference === "string") into.add(addressIn(reference));
    }
    return;
  }
  if (Object.hasOwn(expression, "constant_value")) return;
  for (const part of Object.values(expression)) collect(part, into);
}

/** How many parts name what is referred to. */
const PARTS: Readonly<Record<string, number>> = { data: 3, ephemeral: 3 };

/** `aws_kms_key.main` of `aws_kms_key.main.arn` or `aws_kms_key.main[0].arn`. */
function addressIn(reference: string): string {
  const parts = reference.split(/[.[]/, 3);
  const count = PARTS[parts[0] ?? ""] ?? 2;
  return parts.slice(0, count).join(".");
}
