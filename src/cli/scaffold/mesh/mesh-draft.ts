/** What a new mesh repository is. */
export interface MeshDraft {
  /** One lower-case word; every bucket name starts with it. */
  readonly organisation: string;
  /** The name of the folder, and of the npm package. */
  readonly folder: string;
  /** Of meshwright. */
  readonly version: string;
  /** Ranges of the framework and the providers, by package. */
  readonly peers: Readonly<Record<string, string>>;
}

/** The team that owns what belongs to no domain. */
export const PLATFORM_TEAM = "platform";

/** The domain that a new mesh starts with. */
export const FIRST_DOMAIN = "orders";

/** The team that owns the first domain. */
export const FIRST_TEAM = "order-management";

/** The product that a new mesh starts with. */
export const FIRST_PRODUCT = "order-placed";
