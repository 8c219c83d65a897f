/** What stays of a name when everything that people overlook is taken away: `sa1es`, `sa-les` and `saies` look alike. */
export function skeletonOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[-_.]/g, "")
    .replace(/rn/g, "m")
    .replace(/vv/g, "w")
    .replace(/0/g, "o")
    .replace(/[1i]/g, "l");
}

/** What a file system that ignores case and composes accents makes of a folder's name. */
export const foldedName = (name: string): string => name.normalize("NFKC").toLowerCase();

/** The pairs of names that have the same form, each with the first one that has it. Names that are equal are no pair. */
export function clashes(
  names: readonly string[],
  formOf: (name: string) => string,
): { readonly name: string; readonly first: string }[] {
  const firsts = new Map<string, string>();
  return names.flatMap((name) => {
    const form = formOf(name);
    const first = firsts.get(form) ?? name;
    firsts.set(form, first);
    return first === name ? [] : [{ name, first }];
  });
}
