/** What to do instead of changing something that others read. */
export const BESIDE_IT = "publish a new major version beside it, and let its readers move";
