import { join } from "node:path";
import { checkPasswordSupport, type Terraform } from "../../deploy/terraform";
import { runInOrder } from "../../deploy";
import { withEngine } from "../../offline/run";
import { Simulation, simulatedTypes } from "../../offline/simulation";
import type { PreviewDocument } from "../documents";
import { planChange, type PlannedChange } from "./plan-change";

/** A stack whose JSON differs between the sides. */
export interface ChangedStack {
  readonly stack: string;
  readonly base?: PreviewDocument;
  readonly head?: PreviewDocument;
}

/** How stacks are planned. */
export interface PlanningOptions {
  readonly terraform: Terraform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The names of the mesh, which are no secrets. */
  readonly publicWords: readonly string[];
  /** Stacks at once. */
  readonly parallelism: number;
  /** For their files while they are planned. */
  readonly folder: string;
  readonly onStep?: (planned: number, of: number) => void;
  readonly stop?: AbortSignal;
}

/**
 * Plans every stack from its base to its head, on simulated providers that know of nothing else.
 *
 * @throws TerraformUnusable when one of them has passwords and the program is too old for them.
 * @throws whatever stopped one of them, once no Terraform is running any more.
 */
export async function planAll(
  stacks: readonly ChangedStack[],
  options: PlanningOptions,
): Promise<Map<string, PlannedChange>> {
  const planned = new Map<string, PlannedChange>();
  if (stacks.length === 0) return planned;
  const { parallelism, folder, terraform, env, publicWords, onStep, stop } = options;
  const types = stacks.flatMap(({ base, head }) => [...(base?.types ?? []), ...(head?.types ?? [])]);
  for (const { stack, base, head } of stacks) {
    if (base?.hasPasswords === true || head?.hasPasswords === true) checkPasswordSupport(terraform, stack);
  }
  const providers = new Simulation([...simulatedTypes(), ...types]).providers();
  onStep?.(0, stacks.length);
  const failed = new AbortController();
  const signal = stop === undefined ? failed.signal : AbortSignal.any([stop, failed.signal]);
  await withEngine({ providers }, async ({ environment }) => {
    const byName = new Map(stacks.map((stack) => [stack.stack, stack]));
    await runInOrder(new Map(stacks.map(({ stack }) => [stack, []])), {
      parallelism,
      stop: signal,
      skip: () => undefined,
      run: async (stack) => {
        const { base, head } = byName.get(stack) ?? {};
        const change = {
          ...(base === undefined ? {} : { base: base.text }),
          ...(head === undefined ? {} : { head: head.text }),
        };
        const context = {
          ...{ terraform, stack, publicWords, env: { ...env, ...environment }, folder: join(folder, stack) },
          stop: signal,
        };
        try {
          planned.set(stack, await planChange(change, context));
        } catch (error) {
          failed.abort(error);
          return false;
        }
        onStep?.(planned.size, stacks.length);
        return true;
      },
    });
  });
  failed.signal.throwIfAborted();
  return planned;
}
