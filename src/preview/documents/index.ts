export * from "./made-elsewhere";
export * from "./made-here";
export * from "./preview-document";
