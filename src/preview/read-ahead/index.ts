export { readAhead } from "./read-ahead";
