export * from "./render-html";
