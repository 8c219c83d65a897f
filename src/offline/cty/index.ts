export { CtyError, renderPath } from "./error";
export { decodeJsonValue, decodeValue } from "./decode";
export { completeBlock, encodeValue } from "./encode";
export { canonical, sortedSet } from "./sets";
export { attribute, impliedType, typeFromJson, typeToJson } from "./type";
