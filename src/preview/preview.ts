import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StackInput } from "../review/model";
import { makeStacks, stacksMadeElsewhere, type MadeStacks, type PreviewDocument } from "./documents";
import { publicWordsOf } from "./public-words";
import type { Side } from "./side";
import { planAll, type ChangedStack, type PlannedChange, type PlanningOptions } from "./terraform";

/** What is compared, and with what. */
export interface PreviewOptions extends Omit<PlanningOptions, "folder" | "publicWords"> {
  readonly head: Side;
  readonly base: Side;
  /** Output folder of the stacks as they were, when other constructs made them. @default - they are made here */
  readonly baseOutput?: string;
}

/** One stack, with its plan unless equal bytes prove that nothing changes. */
export interface PlannedStack
  extends PlannedChange, Pick<StackInput, "stack" | "domain" | "constructs" | "prevented" | "gone"> {
  /** Equal bytes on both sides. */
  readonly proven: boolean;
}

/**
 * Plans what a change of the mesh does, with the real Terraform and nothing else: both sides are made, and the stacks
 * that differ are planned from the one to the other on simulated providers. In deployment order.
 *
 * @throws Error when `baseOutput` is no output folder.
 */
export async function preview(options: PreviewOptions): Promise<PlannedStack[]> {
  const folder = mkdtempSync(join(tmpdir(), "meshwright-review-"));
  try {
    const { head, base, baseOutput } = options;
    const elsewhere = baseOutput === undefined ? undefined : stacksMadeElsewhere(baseOutput);
    const before = elsewhere ?? base.stacks;
    const names = new Set([...head.stacks.keys(), ...before.keys()]);
    const candidates = new Set(
      [...names].filter((name) => elsewhere !== undefined || isDifferent(name, head, base)),
    );
    const madeHead = makeStacks(candidates, head.plans, join(folder, "head"));
    const madeBase: MadeStacks =
      elsewhere === undefined
        ? makeStacks(candidates, base.plans, join(folder, "base"))
        : { documents: elsewhere, failures: [] };
    const changed = changedStacks(candidates, madeBase, madeHead);
    const planned = await planAll(changed, {
      ...options,
      publicWords: publicWordsOf(head, base),
      folder: join(folder, "plans"),
    });
    options.stop?.throwIfAborted();
    const differing = new Set(changed.map(({ stack }) => stack));
    const failures = new Map([
      ...madeBase.failures.map(({ name, message }) => [name, `the base cannot be made: ${message}`] as const),
      ...madeHead.failures.map(({ name, message }) => [name, message] as const),
    ]);
    return [...names].map((stack) => {
      const documents = [madeBase.documents.get(stack), madeHead.documents.get(stack)];
      const domain = (head.stacks.get(stack) ?? base.stacks.get(stack))?.domain;
      const error = failures.get(stack);
      return {
        stack,
        ...(domain === undefined ? {} : { domain }),
        ...(error === undefined ? planned.get(stack) : { error }),
        proven: error === undefined && !differing.has(stack),
        constructs: new Map(documents.flatMap((document) => [...(document?.constructs ?? [])])),
        // Terraform forgets what it would have refused together with the resource that said it.
        prevented: (documents[1] ?? documents[0])?.prevented ?? new Set<string>(),
        gone: !head.stacks.has(stack),
      };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const isDifferent = (name: string, head: Side, base: Side): boolean =>
  head.stacks.get(name)?.fingerprint !== base.stacks.get(name)?.fingerprint;

function changedStacks(names: Iterable<string>, base: MadeStacks, head: MadeStacks): ChangedStack[] {
  const failed = new Set([...base.failures, ...head.failures].map(({ name }) => name));
  return [...names]
    .filter((name) => !failed.has(name) && textOf(base, name) !== textOf(head, name))
    .map((stack) => ({
      stack,
      ...withDocument("base", base.documents.get(stack)),
      ...withDocument("head", head.documents.get(stack)),
    }));
}

const textOf = ({ documents }: MadeStacks, name: string): string | undefined => documents.get(name)?.text;

const withDocument = (side: "base" | "head", document: PreviewDocument | undefined) =>
  document === undefined ? {} : { [side]: document };
