export * from "./finding";
export * from "./locate";
export * from "./nearest";
export * from "./yaml-text";
