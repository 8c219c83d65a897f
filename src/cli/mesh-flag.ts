import type { MeshOptions } from "./options";

/** What a command has to be given to mean the same mesh again: ` --mesh examples/shop`, or nothing. */
export const meshFlag = ({ mesh }: MeshOptions): string => (mesh === undefined ? "" : ` --mesh ${mesh}`);
