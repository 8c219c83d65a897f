export * from "./graph";
export * from "./layers";
export * from "./layout";
export * from "./section";
export * from "./svg";
