/**
 * A plan as `terraform show -json` tells it, in which nothing changes unless an address is given.
 *
 * @param seal what its configuration says it is of: `dev/orders`
 * @param address of what is made
 */
export function sealedPlan(seal?: string, address?: string, after: object = { name: "it" }): () => Buffer {
  const sealed = { type: "terraform_data", name: "Seal", expressions: { input: { constant_value: seal } } };
  const document = {
    format_version: "1.2",
    resource_changes: address === undefined ? [] : [made(address, after)],
    ...(seal === undefined ? {} : { configuration: { root_module: { resources: [sealed] } } }),
  };
  return () => Buffer.from(JSON.stringify(document));
}

function made(address: string, after: object): object {
  const [type = "", name = ""] = address.split(".");
  const change = { actions: ["create"], before: null, after, after_unknown: {} };
  return { address, mode: "managed", type, name, provider_name: "mongey/kafka", change };
}
