import { ENVIRONMENT_RULES, type MeshEnvironment } from "../constructs/environment";
import { validate, type Rule } from "../constructs/validation";
import { isRegion } from "../src/names";
import type { StateLocation } from "./state";

/** What every stack is given. */
interface StackInput {
  readonly environment: MeshEnvironment;
  readonly state: StateLocation;
  /** Who answers for what the stack defines. */
  readonly team: string;
  /** The name that the stack's construct id has to be: what `cdktf deploy` is given, and the state's key. */
  readonly name: string;
  readonly id: string;
}

const BUCKET = /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/;
const TEAM = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 80) ?? "nothing";

const STACK_RULES: readonly Rule<StackInput>[] = [
  ...ENVIRONMENT_RULES.map(({ holds, problem }) => ({
    holds: ({ environment }: StackInput) => holds(environment),
    problem: ({ environment }: StackInput) => problem(environment),
  })),
  {
    holds: ({ environment, state }) => state.bucket !== undefined || !environment.protected,
    problem: ({ environment }) =>
      `environment '${environment.site.environment}' is protected and has no state bucket; ` +
      "set state.bucket, local state is for unprotected environments",
  },
  {
    holds: ({ state: { bucket } }) => bucket === undefined || BUCKET.test(bucket),
    problem: ({ state }) => `state.bucket must be a bucket's name without '.', got ${shown(state.bucket)}`,
  },
  {
    holds: ({ state: { region } }) => region === undefined || isRegion(region),
    problem: ({ state }) => `state.region must look like 'eu-central-1', got ${shown(state.region)}`,
  },
  {
    holds: ({ id, name }) => id === name,
    problem: ({ id, name }) =>
      `the stack's id must be '${name}', got '${id}'; its state and others find it by that name`,
  },
  {
    holds: ({ team }) => TEAM.test(team) && team.length <= 64,
    problem: ({ team }) =>
      `owner team must be lower-case words of letters and digits joined by '-', at most 64 characters, got ${shown(team)}`,
  },
];

/**
 * Checks what every stack is given, before anything is defined from it.
 *
 * @throws ValidationError with everything that is wrong.
 */
export function validateStack(path: string, input: StackInput): void {
  validate(path, input, STACK_RULES);
}
