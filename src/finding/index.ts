export * from "./finding";
export * from "./locate";
export * from "./nearest";
export * from "./sarif";
export * from "./yaml-text";
