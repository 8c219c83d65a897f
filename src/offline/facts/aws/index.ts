export { AWS } from "./aws";
export { CREATED_AT } from "./common";
export { SECRET_VERSION } from "./ephemeral";
export { placeholderSecret, secretNameOf } from "./secrets";
