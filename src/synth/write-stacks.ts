import { mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { App, Manifest } from "../cdk";
import { fingerprint } from "./fingerprint";
import { releasingTokens, withoutTokenTraces } from "./framework-memory";
import { forgetOtherBackend } from "./backend-memory";
import { isCurrent, readIndex, stackFile, stackFileStat, writeAtomically, writeIndex } from "./output-index";
import type { OutputEntry, OutputIndex } from "./output-index";
import type { StackPlan } from "./stack-plan";

/** What became of each stack, by name. */
export interface WriteResult {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  /** Stacks that cannot be made; when there are any, the output folder is as it was. */
  readonly failed: readonly StackFailure[];
}

/** Why a stack cannot be made: a policy that is too large for AWS, say. */
export interface StackFailure {
  readonly name: string;
  readonly message: string;
}

/** Where and by what the stacks are written. */
export interface WriteOptions {
  /** The framework's output folder, `cdktf.out`. */
  readonly outdir: string;
  /** Versions of everything that turns an input into bytes. */
  readonly versions: string;
  /** Called after each stack, for progress. */
  readonly onStack?: (name: string, written: boolean) => void;
}

/** Leftovers of a run that was killed are as good as any other: no other run has this process's number. */
const stagingFolder = (outdir: string): string => join(outdir, `.staging-${process.pid}`);

/**
 * Brings the output folder up to date: makes the stacks whose input changed, one after another, each in an app of its
 * own that is released before the next; when all could be made, moves them to their places and writes a manifest that
 * lists all stacks. (The framework's CLI deletes every stack folder that the manifest does not list.)
 */
export function writeStacks(plans: Iterable<StackPlan>, options: WriteOptions): WriteResult {
  const { outdir, versions } = options;
  const staging = stagingFolder(outdir);
  const before = readIndex(outdir);
  const kept: OutputIndex = new Map();
  const staged = new Map<string, OutputEntry>();
  const failed: StackFailure[] = [];

  rmSync(staging, { recursive: true, force: true });
  mkdirSync(join(staging, Manifest.stacksFolder), { recursive: true });
  for (const plan of plans) {
    const wanted = fingerprint(plan.input, versions);
    const known = before.get(plan.name);
    const current = known !== undefined && isCurrent(outdir, plan.name, known, wanted);
    try {
      if (current) kept.set(plan.name, known);
      else staged.set(plan.name, makeAlone(plan, wanted, staging));
    } catch (error) {
      failed.push({ name: plan.name, message: messageOf(error) });
    }
    options.onStack?.(plan.name, !current);
  }

  const result = { written: [...staged.keys()], unchanged: [...kept.keys()], failed };
  if (failed.length === 0) moveAll(staged.keys(), staging, outdir);
  rmSync(staging, { recursive: true, force: true });
  if (failed.length > 0) return { ...result, written: [], removed: [] };

  const after: OutputIndex = new Map([...kept, ...staged]);

  const removed = [...before.keys()].filter((name) => !after.has(name));
  for (const name of removed) rmSync(dirname(stackFile(outdir, name)), { recursive: true, force: true });
  writeManifest(outdir, after);
  writeIndex(outdir, after);
  return { ...result, removed };
}

/** Nothing of the stack is left in memory afterwards. */
function makeAlone(plan: StackPlan, wanted: string, staging: string): OutputEntry {
  return releasingTokens(() => withoutTokenTraces(() => make(plan, wanted, staging)));
}

function make(plan: StackPlan, wanted: string, outdir: string): OutputEntry {
  const app = new App({ outdir, stackTraces: false });
  const stack = plan.define(app);
  // No stack refers to another, so the framework's preparation, which resolves everything once more, has nothing to do.
  stack.synthesizer.synthesize({ outdir, manifest: app.manifest, skipValidation: false });

  const entry = app.manifest.stacks[plan.name];
  const found = stackFileStat(outdir, plan.name);
  if (entry === undefined || found === undefined) {
    throw new Error(`stack '${plan.name}' defined itself under the name '${stack.node.id}'`);
  }
  return { fingerprint: wanted, ...found, manifest: { ...entry }, after: [...plan.after] };
}

/** Moves each stack in one step, so that a reader sees the old bytes or the new ones, and never those of two runs. */
function moveAll(names: Iterable<string>, staging: string, outdir: string): void {
  for (const name of names) {
    const target = stackFile(outdir, name);
    mkdirSync(dirname(target), { recursive: true });
    forgetOtherBackend(stackFile(staging, name), target);
    renameSync(stackFile(staging, name), target);
  }
}

/**
 * The framework's manifest. It names no dependencies: with them `cdktf deploy orders` would refuse to run without
 * naming every boundary too, and the order is needed at the first deploy only. It is in the index, as `after`.
 */
function writeManifest(outdir: string, index: OutputIndex): void {
  const names = [...index.keys()].sort();
  const stacks = Object.fromEntries(names.map((name) => [name, index.get(name)?.manifest]));
  const { version } = new App({ outdir }).manifest;
  writeAtomically(join(outdir, Manifest.fileName), `${JSON.stringify({ stacks, version }, undefined, 2)}\n`);
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
