/** What a review was asked for; files are left open, as they are on another machine elsewhere. */
export interface Asked {
  /** The stacks that plans were given of. @default none */
  readonly plans?: readonly string[];
  /** The commit that it was compared with, if it is known. */
  readonly base?: string;
  readonly baseOutput?: string;
  /** @default - the mesh's own */
  readonly environment?: string;
}

/** Nobody types the plans of a thousand stacks. */
const MOST_PLANS_NAMED = 3;

/** The command that makes a review again. */
export function reviewCommand({ plans = [], base, baseOutput, environment }: Asked): string {
  const named = plans.slice(0, MOST_PLANS_NAMED).map((stack) => `--plan ${stack}=…`);
  return [
    "meshwright review",
    ...named,
    ...(plans.length > named.length ? ["--plan …"] : []),
    ...(base === undefined ? [] : [`--base ${base}`]),
    ...(baseOutput === undefined ? [] : ["--base-output …"]),
    ...(environment === undefined ? [] : [`--env ${environment}`]),
  ].join(" ");
}
