/** Tag that says which domain a resource belongs to; the deploy role knows a key as its own by it. */
export const DOMAIN_TAG = "mesh:domain";

/** Tag that says which environment a resource belongs to. */
export const ENVIRONMENT_TAG = "mesh:env";
