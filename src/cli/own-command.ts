import type { Io } from "./io";

/**
 * How a user calls this program again: `npx meshwright` in a mesh that has installed it. In its own repository it is
 * installed nowhere, and npm, which started it, says that it is there.
 */
export const ownCommand = ({ env }: Pick<Io, "env">): string =>
  env.npm_package_name === "meshwright" ? "npm run --silent meshwright --" : "npx meshwright";
