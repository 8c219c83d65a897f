export * from "./review-of";
export { blockingOf } from "./blocking";
