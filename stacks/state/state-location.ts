/** Where Terraform keeps the state of a stack. */
export interface StateLocation {
  /** S3 bucket; undefined for local state. */
  readonly bucket?: string;
  /** Region of the bucket. */
  readonly region?: string;
  /**
   * A folder on this machine, seen from the folder of a synthesised stack. Given, the state is a file below it: the
   * bucket is then only what policies are about.
   */
  readonly directory?: string;
}

/** State in an S3 bucket, locked by a native lock file beside it. */
export const s3State = (bucket: string, region: string): StateLocation => ({ bucket, region });

/** State in a file below `.meshwright/state`, beside `cdktf.out`; refused where the environment is protected. */
export const localState = (): StateLocation => ({});

/**
 * State in a file below `directory`, for what is deployed to simulated providers. All else is as in the environment
 * itself, so that its plans are too.
 */
export const offlineState = (real: StateLocation, directory: string): StateLocation => ({
  ...real,
  directory,
});
