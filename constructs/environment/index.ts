export * from "./environment";
export * from "./environment-rules";
