import type { DeployTrust } from "../../constructs/boundary";
import type { MeshEnvironment } from "../../constructs/environment";
import type { Site } from "../../src/names";
import type { StateLocation } from "../state";

/** Props of a `BoundaryStack`: plain data. */
export interface BoundaryStackProps {
  readonly environment: MeshEnvironment;
  /**
   * Where the domain lives.
   * @default - the environment's own site
   */
  readonly site?: Site;
  readonly state: StateLocation;
  readonly domain: string;
  readonly ownerTeam: string;
  /** All apps of the domain. */
  readonly apps: readonly string[];
  /** Ports of other domains that any app may read. */
  readonly imports?: readonly BoundaryImport[];
  /**
   * Who may deploy the domain.
   * @default - no deploy role
   */
  readonly deploy?: DeployTrust;
  /**
   * The domain's account is its own, and this stack defines what the platform stack defines elsewhere: the bucket for
   * access logs and the trust in the CI.
   * @default false
   */
  readonly ownsAccount?: boolean;
  /** @default - the default of KafkaQuota */
  readonly producerBytesPerSecond?: number;
  /** @default - the default of KafkaQuota */
  readonly consumerBytesPerSecond?: number;
}

/** A port of another domain inside the boundary. */
export interface BoundaryImport {
  readonly domain: string;
  readonly site: Site;
  readonly product: string;
  readonly major: number;
  readonly topic: boolean;
  readonly bucket: boolean;
}
