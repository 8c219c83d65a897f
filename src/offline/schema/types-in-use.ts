import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const HCL_RESOURCE = /^\s*resource\s+"(\w+)"/gm;
const TERRAFORM_FILE = /\.(tf|tf\.json|tfstate)$/;

/**
 * The resource types that a folder of Terraform configuration names, and those in a state beside it, sorted.
 * What cannot be read says nothing here: Terraform itself will complain of it.
 */
export function typesInUse(folder: string): string[] {
  const types = new Set<string>();
  for (const name of namesIn(folder)) {
    if (!TERRAFORM_FILE.test(name)) continue;
    const text = textOf(join(folder, name));
    for (const type of name.endsWith(".tf") ? typesInHcl(text) : typesInJson(text)) types.add(type);
  }
  return [...types].sort();
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function typesInHcl(text: string): string[] {
  return [...text.matchAll(HCL_RESOURCE)].flatMap(([, type]) => type ?? []);
}

function typesInJson(text: string): string[] {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return [];
  }
  if (typeof document !== "object" || document === null) return [];
  const { resource, resources } = document as { resource?: object; resources?: unknown };
  const inState = Array.isArray(resources) ? (resources as { mode?: string; type?: string }[]) : [];
  const managed = inState.flatMap(({ mode, type }) => (mode === "managed" ? (type ?? []) : []));
  return [...Object.keys(resource ?? {}), ...managed];
}
