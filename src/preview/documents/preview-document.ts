import { readFileSync } from "node:fs";
import { SEAL } from "../../names";

interface Resource {
  readonly "//"?: { readonly metadata?: { readonly path?: string } };
  readonly lifecycle?: Readonly<Record<string, unknown>>;
  readonly input?: unknown;
}

interface Document {
  readonly terraform?: Readonly<Record<string, unknown>>;
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Resource>>>>;
  readonly ephemeral?: object;
  readonly [key: string]: unknown;
}

/** The JSON of a stack, made ready to be planned by itself on this machine. */
export interface PreviewDocument {
  /** Without a backend and its encryption, and without what makes Terraform refuse a plan that destroys. */
  readonly text: string;
  /** Address to construct path. */
  readonly constructs: ReadonlyMap<string, string>;
  readonly addresses: ReadonlySet<string>;
  /** `prod/orders`: the environment and the stack that it says it is of. */
  readonly seal?: string;
  /** What Terraform would have refused to destroy. */
  readonly prevented: ReadonlySet<string>;
  readonly types: readonly string[];
  /** True when it hands on passwords that are never stored. */
  readonly hasPasswords: boolean;
}

/** Reads a stack's JSON. */
export function previewDocument(file: string): PreviewDocument {
  const { terraform = {}, ...rest } = JSON.parse(readFileSync(file, "utf8")) as Document;
  const { backend: _backend, cloud: _cloud, encryption: _keys, ...settings } = terraform;
  const addresses = new Set<string>();
  const constructs = new Map<string, string>();
  const prevented = new Set<string>();
  const resource: Record<string, Record<string, Resource>> = {};
  for (const [type, named] of Object.entries(rest.resource ?? {})) {
    const group: Record<string, Resource> = (resource[type] = {});
    for (const [name, each] of Object.entries(named)) {
      const address = `${type}.${name}`;
      addresses.add(address);
      const path = each["//"]?.metadata?.path;
      if (path !== undefined) constructs.set(address, path);
      if (each.lifecycle?.prevent_destroy === true) prevented.add(address);
      group[name] = destroyable(each);
    }
  }
  const seal = rest.resource?.[SEAL.type]?.[SEAL.name]?.input;
  const document = { ...rest, terraform: settings, resource };
  // Terraform quotes whole lines of it in its errors.
  const text = JSON.stringify(document, undefined, 1);
  return {
    text,
    ...(typeof seal === "string" ? { seal } : {}),
    addresses,
    constructs,
    prevented,
    types: Object.keys(resource),
    hasPasswords: rest.ephemeral !== undefined,
  };
}

/** A review shows what a change would destroy, also where Terraform would refuse to plan it. */
function destroyable({ lifecycle, ...resource }: Resource): Resource {
  if (lifecycle === undefined) return resource;
  const { prevent_destroy: _prevented, ...others } = lifecycle;
  return { ...resource, lifecycle: others };
}
