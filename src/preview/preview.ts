import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Finding } from "../finding";
import { say, type MeshSide, type Text } from "../review/model";
import { makeStacks, stacksMadeElsewhere, type MadeStacks, type PreviewDocument } from "./documents";
import { NOTHING, readBase, readHead, type Side } from "./side";
import { planAll, type ChangedStack, type PlannedChange, type PlanningOptions } from "./terraform";

/** What is compared, and with what. */
export interface PreviewOptions extends Omit<PlanningOptions, "folder"> {
  /** The folder of `mesh.yaml` as it would be. */
  readonly root: string;
  /** The same before; undefined when there was none. */
  readonly baseRoot?: string;
  /** Output folder of the stacks as they were, when other constructs made them. @default - they are made here */
  readonly baseOutput?: string;
  /** @default - the first that is protected, else the first */
  readonly environment?: string;
  /** `YYYY-MM-DD`: for both sides. */
  readonly today: string;
}

/** One stack, with its plan unless equal bytes prove that nothing changes. */
export interface PreviewedStack extends PlannedChange {
  readonly stack: string;
  readonly domain?: string;
  readonly proven: boolean;
  /** Address to construct path, of both sides. */
  readonly constructs: ReadonlyMap<string, string>;
  /** Addresses that Terraform would refuse to destroy. */
  readonly prevented: ReadonlySet<string>;
}

/** What a change does to every stack. */
export interface Preview {
  readonly headMesh?: MeshSide;
  readonly baseMesh?: MeshSide;
  /** In deployment order; none when the mesh as it would be has errors. */
  readonly stacks: readonly PreviewedStack[];
  /** Of the mesh as it would be, without those it had before. */
  readonly findings: readonly Finding[];
  /** Of these, the ones with which nothing can be planned. */
  readonly blocking: readonly Finding[];
  readonly limits: readonly Text[];
}

/**
 * Plans what a change of the mesh does, with the real Terraform and nothing else: both sides are made, and the stacks
 * that differ are planned from the one to the other on simulated providers.
 *
 * @throws Error when there is no environment of that name.
 */
export async function preview(options: PreviewOptions): Promise<Preview> {
  const { root, baseRoot, environment, today } = options;
  const head = readHead(root, today, environment);
  const name = head.mesh?.environment.name;
  const base = baseRoot === undefined || name === undefined ? NOTHING : readBase(baseRoot, today, name);
  const result = {
    ...(head.mesh === undefined ? {} : { headMesh: head.mesh }),
    ...(base.mesh === undefined ? {} : { baseMesh: base.mesh }),
    findings: newFindings(head, base),
    blocking: head.blocking,
    limits: [...LIMITS, ...limitsOf(base)],
  };
  const stacks = head.blocking.length > 0 ? [] : await previewStacks(head, base, options);
  return { ...result, stacks };
}

/** What no preview can know. */
const LIMITS: readonly Text[] = [
  say`planned from the manifests of both sides: what somebody changed by hand, or what was never deployed, is not seen`,
];

function limitsOf({ blocking }: Side): Text[] {
  const [first] = blocking;
  if (first === undefined) return [];
  return [
    say`the base has ${blocking.length} errors itself (${first.message}): every stack is planned as if it were new`,
  ];
}

async function previewStacks(head: Side, base: Side, options: PreviewOptions): Promise<PreviewedStack[]> {
  const folder = mkdtempSync(join(tmpdir(), "meshwright-review-"));
  try {
    const { baseOutput } = options;
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
    const planned = await planAll(changed, { ...options, folder: join(folder, "plans") });
    const failures = new Map(
      [...madeHead.failures, ...madeBase.failures].map(({ name, message }) => [name, message]),
    );
    return [...names].map((stack) => {
      const documents = [madeBase.documents.get(stack), madeHead.documents.get(stack)];
      const domain = (head.stacks.get(stack) ?? base.stacks.get(stack))?.domain;
      const error = failures.get(stack);
      return {
        stack,
        ...(domain === undefined ? {} : { domain }),
        ...(error === undefined ? planned.get(stack) : { error }),
        proven: error === undefined && !planned.has(stack),
        constructs: new Map(documents.flatMap((document) => [...(document?.constructs ?? [])])),
        prevented: new Set(documents.flatMap((document) => [...(document?.prevented ?? [])])),
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

function newFindings(head: Side, base: Side): Finding[] {
  const key = ({ code, message, at }: Finding): string => JSON.stringify([code, message, at.file]);
  const known = new Set(base.findings.map(key));
  return head.findings.filter((finding) => !known.has(key(finding)));
}
