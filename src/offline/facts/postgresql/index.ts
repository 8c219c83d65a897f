export { POSTGRESQL } from "./postgresql";
