import { printable, type Wording } from "../problem";

/** True when a path, or the file part of a `$ref`, leads out of the folder of the file it stands in. */
export function leavesFolder(reference: string): boolean {
  const target = decoded(reference.split("#")[0] ?? "");
  if (target === undefined || /^[a-z][a-z0-9+.-]*:/i.test(target)) return true;
  if (/^[/\\~]/.test(target)) return true;
  let depth = 0;
  for (const step of target.split(/[/\\]/)) {
    if (step === "..") depth--;
    else if (step !== "" && step !== ".") depth++;
    if (depth < 0) return true;
  }
  return false;
}

export function outsideWording(reference: string, place: string): Wording {
  return {
    message: `${place} leads out of the product's folder`,
    value: printable(reference),
    rule: "a file beside this one, or a place in this file",
    fix: "copy the file into this folder and name it here",
  };
}

/** `%2e%2e` means `..` to whoever follows the reference. */
function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
