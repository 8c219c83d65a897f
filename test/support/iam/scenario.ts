import type { MeshEnvironment } from "../../../constructs/environment";
import type { Site } from "../../../src/names";

/** One major version of a product, and where its domain lives. */
export interface SharedProduct {
  readonly domain: string;
  readonly site: Site;
  readonly product: string;
  readonly major: number;
}

/** Who plays which part when a mesh is tried. The cases know no other name. */
export interface Scenario {
  readonly environment: MeshEnvironment;
  /** The domain under test, at the environment's site. Its boundaries, roles, bucket and key must be in the policies. */
  readonly domain: string;
  /** P: an app of the domain with a Postgres login, and the highest major it writes, with topic and bucket. */
  readonly producer: { readonly app: string; readonly product: string; readonly major: number };
  /** A product of the domain that P does not write; it need not exist. */
  readonly sibling: string;
  /**
   * C: an app of the domain, which may be P too, and the highest major it reads of another domain in the same account,
   * with topic and bucket.
   */
  readonly consumer: { readonly app: string; readonly of: SharedProduct };
  /** A product of the other domain that nobody shares; it need not exist. */
  readonly hidden: string;
  /** XC: an app of a domain in another account that reads the same port as C. */
  readonly crossReader: { readonly domain: string; readonly app: string; readonly site: Site };
  /** Everyone else who reads a port of the domain or of C's producer: each port of theirs that is shared must be here. */
  readonly otherReaders: readonly {
    readonly domain: string;
    readonly app: string;
    readonly site: Site;
    readonly of: SharedProduct;
  }[];
  /** A domain whose name starts with the domain's name; it need not exist. */
  readonly neighbour: string;
  readonly stateBucket: string;
  /** What the CI of the domain says of itself. */
  readonly ci: {
    readonly providerUrl: string;
    readonly audience: string;
    readonly subject: string;
    /** A subject of another repository. */
    readonly otherSubject: string;
  };
  /**
   * ARN of a role that the domain's administrators sign in with.
   * @default - the mesh defines no administrators' role; cases on its trust are left out
   */
  readonly signIn?: string;
}
