import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { App, Manifest } from "../cdk";
import { fingerprint } from "./fingerprint";
import { releasingTokens, withoutTokenTraces } from "./framework-memory";
import { isCurrent, readIndex, stackFileStat, writeAtomically, writeIndex } from "./output-index";
import type { OutputEntry, OutputIndex } from "./output-index";
import type { StackPlan } from "./stack-plan";

/** What became of each stack, by name. */
export interface WriteResult {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
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

/**
 * Brings the output folder up to date: writes the stacks whose input changed, one after another, each in an app of its
 * own that is released before the next, and a manifest that lists all of them. (The framework's CLI deletes every
 * stack folder that the manifest does not list.)
 */
export function writeStacks(plans: Iterable<StackPlan>, options: WriteOptions): WriteResult {
  const { outdir, versions } = options;
  mkdirSync(join(outdir, Manifest.stacksFolder), { recursive: true });
  const before = readIndex(outdir);
  const after: OutputIndex = new Map();
  const written: string[] = [];
  const unchanged: string[] = [];

  try {
    for (const plan of plans) {
      const wanted = fingerprint(plan.input, versions);
      const known = before.get(plan.name);
      const current = isCurrent(outdir, plan.name, known, wanted);
      after.set(plan.name, current && known ? known : writeAlone(plan, wanted, options));
      (current ? unchanged : written).push(plan.name);
      options.onStack?.(plan.name, !current);
    }
  } catch (error) {
    // What was written until here is remembered, and nothing that was there before is forgotten.
    writeIndex(outdir, new Map([...before, ...after]));
    throw error;
  }

  const removed = [...before.keys()].filter((name) => !after.has(name));
  for (const name of removed)
    rmSync(join(outdir, Manifest.stacksFolder, name), { recursive: true, force: true });
  writeManifest(outdir, after);
  writeIndex(outdir, after);
  return { written, unchanged, removed };
}

/** Nothing of the stack is left in memory afterwards. */
function writeAlone(plan: StackPlan, wanted: string, options: WriteOptions): OutputEntry {
  return releasingTokens(() => withoutTokenTraces(() => writeStack(plan, wanted, options)));
}

function writeStack(plan: StackPlan, wanted: string, { outdir }: WriteOptions): OutputEntry {
  const app = new App({ outdir, stackTraces: false });
  const stack = plan.define(app);
  // No stack refers to another, so the framework's preparation, which resolves everything once more, has nothing to do.
  stack.synthesizer.synthesize({ outdir, manifest: app.manifest, skipValidation: false });

  const found = stackFileStat(outdir, plan.name);
  const entry = app.manifest.stacks[plan.name];
  if (found === undefined || entry === undefined) {
    throw new Error(`stack '${plan.name}' defined itself under the name '${stack.node.id}'`);
  }
  return { fingerprint: wanted, ...found, manifest: { ...entry }, after: [...plan.after] };
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
