/** Where Terraform keeps the state of a stack. */
export interface StateLocation {
  /** S3 bucket; undefined for local state. */
  readonly bucket?: string;
  /** Region of the bucket. */
  readonly region?: string;
}

/** State in an S3 bucket, locked by a native lock file beside it. */
export const s3State = (bucket: string, region: string): StateLocation => ({ bucket, region });

/** State in a file below `.meshwright/state`, beside `cdktf.out`; refused where the environment is protected. */
export const localState = (): StateLocation => ({});
