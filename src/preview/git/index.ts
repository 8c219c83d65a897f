export * from "./repository";
export { GitError } from "./run-git";
