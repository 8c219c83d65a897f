import { nearest } from "../finding";
import { stateKey } from "../names";
import type { Side } from "./side";

/** What a plan can be of. */
export interface KnownStacks {
  readonly environment: string;
  readonly head: ReadonlySet<string>;
  /** Undefined when it is not known which there were. */
  readonly base?: ReadonlySet<string> | undefined;
}

/** Names of stacks in a message. */
const MOST_NAMES = 8;

/** The stacks of the mesh on both sides; undefined when there is no mesh, or one that says nothing of its stacks. */
export function knownStacks(head: Side, base: Side | undefined): KnownStacks | undefined {
  if (head.mesh === undefined || head.blocking.length > 0) return undefined;
  return {
    environment: head.mesh.environment.name,
    head: new Set(head.stacks.keys()),
    ...(base === undefined ? {} : { base: new Set(base.stacks.keys()) }),
  };
}

/** Why a plan is not one of the stack that it is said to be of; undefined when nothing speaks against it. */
export function mismatchOf(
  stack: string,
  seal: string | undefined,
  { environment, head, base }: KnownStacks,
): string | undefined {
  const isKnown = head.has(stack) || base?.has(stack) === true;
  if (seal === undefined || seal === expectedSeal(environment, stack)) {
    // What is gone for longer than the base knows can still be planned, when it says itself what it is.
    const isOld = base === undefined && seal !== undefined;
    return isKnown || isOld ? undefined : unknownStack(stack, { environment, head, base });
  }
  const [sealedEnvironment = "", ...rest] = seal.split("/");
  const about = `plan of ${stack}: its configuration is sealed as '${seal}'`;
  return sealedEnvironment === environment
    ? `${about}, so it is the plan of another stack; name it by that: --plan ${rest.join("/")}=…`
    : `${about}, and this is a review of environment '${environment}'; ` +
        `plan the stack with MESHWRIGHT_ENV=${environment}, or review with --env ${sealedEnvironment}`;
}

/** The seal that the plan of a stack has to have. A name that no stack can have is in no seal. */
function expectedSeal(environment: string, stack: string): string | undefined {
  try {
    return stateKey(environment, stack);
  } catch {
    return undefined;
  }
}

function unknownStack(stack: string, { environment, head, base }: KnownStacks): string {
  const known = [...new Set([...head, ...(base ?? [])])].sort();
  const meant = nearest(stack, known);
  const rest = known.length - MOST_NAMES;
  const all = `it has ${known.slice(0, MOST_NAMES).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
  const before = base === undefined ? ", and what the base has is not known" : ", and the base has none";
  const hint = meant === undefined ? all : `did you mean '${meant}'?`;
  return `plan of ${stack}: the mesh has no such stack in environment '${environment}'${before}; ${hint}`;
}
