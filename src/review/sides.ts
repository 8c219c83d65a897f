import type { MeshSide, ReviewInput } from "./model";

/** The mesh before and after, as far as they are known. */
export interface Sides {
  readonly base?: MeshSide;
  readonly head?: MeshSide;
  /** Those that are known. */
  readonly all: readonly MeshSide[];
}

/** The sides of a review. */
export function sidesOf({
  baseMesh: base,
  headMesh: head,
}: Pick<ReviewInput, "baseMesh" | "headMesh">): Sides {
  return {
    ...(base === undefined ? {} : { base }),
    ...(head === undefined ? {} : { head }),
    all: [base, head].filter((side) => side !== undefined),
  };
}
