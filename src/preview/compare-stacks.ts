import { join } from "node:path";
import type { Plan, StackInput } from "../review/model";
import { makeStacks, stacksMadeElsewhere, type MadeStacks, type PreviewDocument } from "./documents";
import { NOTHING, type Side } from "./side";
import type { ChangedStack } from "./terraform";

/** What is compared. */
export interface ComparedSides {
  readonly head: Side;
  /** Undefined when it is not known: then nothing can differ. */
  readonly base: Side | undefined;
  /** Output folder of the stacks as they were, when other constructs made them. @default - they are made here */
  readonly baseOutput?: string;
}

/** Where, and of what more. */
export interface ComparisonOptions {
  /** For the stacks' JSON; it must not be there. */
  readonly folder: string;
  /** Stacks that are made whether they can differ or not. @default none */
  readonly also?: Iterable<string>;
}

/** What is known of a stack from both sides, whoever plans it. */
export type StackFacts = Pick<
  StackInput,
  "stack" | "domain" | "constructs" | "prevented" | "unprotected" | "gone"
>;

/** The stacks of both sides, those that can differ compared by their bytes. */
export class StackComparison {
  /** Of both sides, in deployment order: what is in the head first, then what goes. */
  readonly names: readonly string[];
  /** Those that differ, to be planned. */
  readonly changed: readonly ChangedStack[];
  /** Why a stack cannot be made, by its name. */
  readonly failures: ReadonlyMap<string, string>;
  private readonly madeBase: MadeStacks;
  private readonly madeHead: MadeStacks;

  /** @throws Error when `baseOutput` is no output folder, or one of another environment. */
  constructor(
    private readonly sides: ComparedSides,
    { folder, also = [] }: ComparisonOptions,
  ) {
    const { head, base, baseOutput } = sides;
    const elsewhere =
      baseOutput === undefined ? undefined : stacksMadeElsewhere(baseOutput, head.mesh?.environment.name);
    this.names = [...new Set([...head.stacks.keys(), ...(elsewhere ?? base?.stacks ?? new Map()).keys()])];
    const made = new Set(also);
    const candidates = this.names.filter(
      (name) => elsewhere !== undefined || made.has(name) || isDifferent(name, head, base),
    );
    const madeOf = (side: Side, name: string) =>
      makeStacks(
        new Set(candidates.filter((stack) => side.stacks.has(stack))),
        side.plans,
        join(folder, name),
      );
    this.madeHead = madeOf(head, "head");
    this.madeBase =
      elsewhere === undefined ? madeOf(base ?? NOTHING, "base") : { documents: elsewhere, failures: [] };
    this.failures = new Map([
      ...this.madeBase.failures.map(
        ({ name, message }) => [name, `the base cannot be made: ${message}`] as const,
      ),
      ...this.madeHead.failures.map(({ name, message }) => [name, message] as const),
    ]);
    this.changed = base === undefined ? [] : candidates.flatMap((name) => this.changeOf(name));
  }

  /** What is known of a stack; its plan tells what is only called otherwise. */
  factsOf(stack: string, plan?: Plan): StackFacts {
    const { head, base } = this.sides;
    const [before, after] = this.documentsOf(stack);
    const domain = (head.stacks.get(stack) ?? base?.stacks.get(stack))?.domain;
    return {
      stack,
      ...(domain === undefined ? {} : { domain }),
      constructs: new Map([...(before?.constructs ?? []), ...(after?.constructs ?? [])]),
      // Terraform forgets what it would have refused together with the resource that said it.
      prevented: (after ?? before)?.prevented ?? new Set<string>(),
      unprotected: unprotectedOf(before, after, plan),
      gone: !head.stacks.has(stack),
    };
  }

  /** True when Terraform has something to do to get from the one side to the other. */
  isDeclaredOtherwise(stack: string): boolean {
    const { base } = this.sides;
    const [before, after] = this.documentsOf(stack);
    return base !== undefined && !this.failures.has(stack) && declaredIn(before) !== declaredIn(after);
  }

  /** The stack's JSON in the head; undefined when it is not there, or was not made. */
  headOf(stack: string): PreviewDocument | undefined {
    return this.madeHead.documents.get(stack);
  }

  private changeOf(stack: string): ChangedStack[] {
    const [base, head] = this.documentsOf(stack);
    if (this.failures.has(stack) || isSame(base, head)) return [];
    return [{ stack, ...(base === undefined ? {} : { base }), ...(head === undefined ? {} : { head }) }];
  }

  private documentsOf(stack: string) {
    return [this.madeBase.documents.get(stack), this.madeHead.documents.get(stack)] as const;
  }
}

const isDifferent = (name: string, head: Side, base: Side | undefined): boolean =>
  base !== undefined && head.stacks.get(name)?.fingerprint !== base.stacks.get(name)?.fingerprint;

/** Whether Terraform may destroy something is a part of the bytes, although it is not planned with. */
function isSame(base: PreviewDocument | undefined, head: PreviewDocument | undefined): boolean {
  const protectedBy = (document: PreviewDocument | undefined) =>
    [...(document?.prevented ?? [])].sort().join();
  return base?.text === head?.text && protectedBy(base) === protectedBy(head);
}

/** What a plan follows from: neither Terraform's own settings nor notes, such as which constructs made it. */
function declaredIn(document: PreviewDocument | undefined): string {
  if (document === undefined) return "";
  const { terraform: _settings, ...declared } = JSON.parse(document.text) as Readonly<
    Record<string, unknown>
  >;
  return JSON.stringify(declared, (key, value: unknown) => (key === "//" ? undefined : value));
}

/** What stays, under the same address or another, and has lost its protection. */
function unprotectedOf(
  before: PreviewDocument | undefined,
  after: PreviewDocument | undefined,
  plan: Plan | undefined,
): ReadonlySet<string> {
  if (before === undefined || after === undefined) return new Set();
  const moved = new Map(
    (plan?.changes ?? []).map(({ previousAddress, address }) => [previousAddress ?? address, address]),
  );
  const now = [...before.prevented].map((address) => moved.get(address) ?? address);
  return new Set(now.filter((address) => after.addresses.has(address) && !after.prevented.has(address)));
}
