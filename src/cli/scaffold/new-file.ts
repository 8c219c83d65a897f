/** A file to be written. */
export interface NewFile {
  /** Below the folder it is written to, with `/`. */
  readonly path: string;
  readonly text: string;
}
