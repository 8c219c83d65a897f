export * from "./from-commit";
export * from "./from-plans";
export { GitError } from "./git";
