export { answer, answerOf, HEADLINES, type Answer, type Readiness } from "./answer";
export * from "./exit-code";
export { renderHtml } from "./html";
export * from "./json";
export * from "./markdown";
export * from "./sarif";
export * from "./terminal";
