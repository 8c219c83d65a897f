export * from "./review-of";
export { isBlocking } from "./told-by-review";
