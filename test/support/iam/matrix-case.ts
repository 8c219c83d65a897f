import type { Decision } from "../simulate";

type Context = Readonly<Record<string, string | readonly string[]>>;

/** Who asks: a principal, and where its policies are found. */
export interface Actor {
  /** ARN of a role, or an AWS service. */
  readonly principal: string;
  /** Its policies: those the mesh gives it, `Allow *`, or none. */
  readonly identity: "own" | "everything" | "none";
  /**
   * ARN of the boundary.
   * @default - none
   */
  readonly boundary?: string;
}

/** What is asked for, and which resource policy has a say. */
export interface Target {
  readonly arn: string;
  /** @default - the account in the ARN, else the actor's */
  readonly account?: string;
  /** Id of the bucket, key or trust policy, in the `PolicySet`. */
  readonly policy?: string;
  /** What AWS knows of the resource. */
  readonly context?: Context;
}

/** The layers that can refuse. A case that names some is also tried with each of them alone. */
export type Layer = keyof typeof LAYERS;

/**
 * How the other layers are taken away. The letters end the ids of the cases that come of it.
 *
 * `identity`: the boundary allows everything as well. `boundary`: the identity allows everything. `denials`: both
 * allow everything, and the boundary's denials stay. `resource`: the identity allows everything, without a boundary.
 */
export const LAYERS = { identity: "I", boundary: "E", denials: "W", resource: "N" } as const;

/** One request and what must come of it. */
export interface MatrixCase {
  /** The number in the design's table, and letters. */
  readonly id: string;
  readonly says: string;
  readonly actor: Actor;
  readonly action: string;
  readonly target: Target;
  readonly context?: Context;
  readonly expect: Decision;
  /** Only for denials. */
  readonly alone?: readonly Layer[];
}

/** A case as it is run: with one layer alone, or with all. */
export interface Trial extends MatrixCase {
  readonly layer?: Layer;
}

/** The case itself, then with each of its layers alone. */
export function trialsOf(matrixCase: MatrixCase): Trial[] {
  return [
    matrixCase,
    ...(matrixCase.alone ?? []).map((layer) => ({
      ...matrixCase,
      id: `${matrixCase.id}${LAYERS[layer]}`,
      says: `${matrixCase.says}, with its ${layer} alone`,
      layer,
    })),
  ];
}

/** Writes the cases of one actor. */
export function named(actor: Actor) {
  return {
    allow: (id: string, says: string, action: string, target: Target, context?: Context): MatrixCase => ({
      id,
      says,
      actor,
      action,
      target,
      context,
      expect: "Allowed",
    }),
    deny: (
      id: string,
      says: string,
      action: string,
      target: Target,
      alone: readonly Layer[] = [],
      context?: Context,
    ): MatrixCase => ({ id, says, actor, action, target, context, expect: "Denied", alone }),
  };
}
