import type { EnvironmentOptions, MeshOptions } from "./options";

/** What a command has to be given to mean the same mesh again: ` --mesh examples/shop`, or nothing. */
export const meshFlag = ({ mesh }: MeshOptions): string =>
  mesh === undefined ? "" : ` --mesh ${shellWord(mesh)}`;

/** The same for the environment. */
export const environmentFlag = ({ env }: EnvironmentOptions): string =>
  env === undefined ? "" : ` --env ${shellWord(env)}`;

/** A word as a shell takes it for one. */
export const shellWord = (word: string): string =>
  /^[\w@%+=:,./-][\w@%+=:,./~-]*$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
