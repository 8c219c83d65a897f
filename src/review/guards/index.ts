import type { GuardChange, MeshSide } from "../model";
import { environmentGuards } from "./environments";
import { lockGuards } from "./locks";
import { ownerGuards } from "./owners";
import { policyGuards } from "./policy";

/** What protects the mesh at the base and would not any more, or less: no plan shows any of it. */
export function guardChanges(base: MeshSide, head: MeshSide): GuardChange[] {
  return [environmentGuards, lockGuards, ownerGuards, policyGuards].flatMap((find) => find(base, head));
}
