import { say, type Text } from "../review/model";
import type { Side } from "./side";

/** What is not known because of the base's own errors, or because it is not there, when its stacks are planned from. */
export function limitsOfPlannedBase(base: Side, environment: string, isThere: boolean): Text[] {
  const [first] = base.blocking;
  if (!isThere) return [say`there is no mesh in the base: everything is planned as new`];
  if (first !== undefined) {
    return [say`the base has errors itself (${first.message}): every stack is planned as if it were new`];
  }
  if (base.mesh !== undefined) return [];
  return [say`the base has no environment ${environment}: everything in it is planned as new`];
}

/** The same when the base is only compared with: its stacks, or the plans, were made elsewhere. */
export function limitsOfComparedBase({ mesh, complete, blocking: [first] }: Side): Text[] {
  if (mesh !== undefined && complete) return [];
  return first === undefined
    ? [say`the base has no such mesh or environment: contracts and agreements are not compared`]
    : [say`the base cannot be read (${first.message}): contracts and agreements are not compared`];
}
