export { accessReasons } from "./access-reasons";
export * from "./agreements";
export * from "./concerns-of";
export * from "./consumers";
export * from "./product-reviews";
