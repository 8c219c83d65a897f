import { readFileSync } from "node:fs";

interface Resource {
  readonly "//"?: { readonly metadata?: { readonly path?: string } };
  readonly lifecycle?: Readonly<Record<string, unknown>>;
}

interface Document {
  readonly terraform?: Readonly<Record<string, unknown>>;
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Resource>>>>;
  readonly ephemeral?: object;
  readonly [key: string]: unknown;
}

/** The JSON of a stack, made ready to be planned by itself on this machine. */
export interface PreviewDocument {
  /** Without a backend, and without what makes Terraform refuse a plan that destroys. */
  readonly text: string;
  /** Address to construct path. */
  readonly constructs: ReadonlyMap<string, string>;
  /** What Terraform would have refused to destroy. */
  readonly prevented: ReadonlySet<string>;
  readonly types: readonly string[];
}

/** Reads a stack's JSON. */
export function previewDocument(file: string): PreviewDocument {
  const { terraform = {}, ...rest } = JSON.parse(readFileSync(file, "utf8")) as Document;
  const { backend: _backend, cloud: _cloud, ...settings } = terraform;
  const constructs = new Map<string, string>();
  const prevented = new Set<string>();
  const resource: Record<string, Record<string, Resource>> = {};
  for (const [type, named] of Object.entries(rest.resource ?? {})) {
    const group: Record<string, Resource> = (resource[type] = {});
    for (const [name, each] of Object.entries(named)) {
      const address = `${type}.${name}`;
      const path = each["//"]?.metadata?.path;
      if (path !== undefined) constructs.set(address, path);
      if (each.lifecycle?.prevent_destroy === true) prevented.add(address);
      group[name] = destroyable(each);
    }
  }
  const document = { ...rest, terraform: settings, resource };
  // Terraform quotes whole lines of it in its errors.
  const text = JSON.stringify(document, undefined, 1);
  return { text, constructs, prevented, types: Object.keys(resource) };
}

/** A review shows what a change would destroy, also where Terraform would refuse to plan it. */
function destroyable({ lifecycle, ...resource }: Resource): Resource {
  if (lifecycle === undefined) return resource;
  const { prevent_destroy: _prevented, ...others } = lifecycle;
  return { ...resource, lifecycle: others };
}
