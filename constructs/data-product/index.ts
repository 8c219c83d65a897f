export * from "./data-product";
export * from "./data-product-props";
export * from "./domain-foundation";
