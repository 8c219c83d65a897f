/** Where facts of AWS resources come from. */
export const REFERENCE = "plan-review reference §5c";

/** A page of the provider's documentation. */
export const page = (resource: string): string =>
  `${REFERENCE}; hashicorp/aws documentation, aws_${resource}`;
