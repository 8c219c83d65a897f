export { DEFAULT_ACCOUNT, DEFAULT_REGION } from "./context";
export { simulatedProvider, UnknownType } from "./provider";
