export * from "./check-text";
export * from "./redact";
