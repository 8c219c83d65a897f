import type { ProviderServer } from "./server";

const DEFAULT_REGISTRY = "registry.terraform.io/";

/**
 * The value of `TF_REATTACH_PROVIDERS`: where Terraform finds each provider instead of starting one. An address
 * of the default registry goes without it, so that OpenTofu reads it as one of its own default registry.
 */
export function reattachment(servers: readonly ProviderServer[], pid = process.pid): string {
  const entries = servers.map(({ behaviour, socket }) => {
    const { source } = behaviour.schema;
    const address = source.startsWith(DEFAULT_REGISTRY) ? source.slice(DEFAULT_REGISTRY.length) : source;
    const how = { Protocol: "grpc", ProtocolVersion: 6, Pid: pid, Test: true };
    return [address, { ...how, Addr: { Network: "unix", String: socket } }] as const;
  });
  return JSON.stringify(Object.fromEntries(entries));
}
