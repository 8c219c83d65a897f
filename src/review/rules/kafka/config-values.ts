import { isFields, say, type Path, type Text, type Value } from "../../model";
import { isEmpty, numberOf } from "../../things";
import { bytesText, millisecondsText, type Subject } from "../kit";

const path = (config: string): Path => ["config", config];

/** What brokers take when a topic says nothing, unless they are told otherwise. Source: Kafka's documentation, topic configs. */
const DEFAULTS = {
  "cleanup.policy": "delete",
  "delete.retention.ms": "86400000",
  "max.message.bytes": "1048588",
  "min.insync.replicas": "1",
  "retention.bytes": "-1",
  "retention.ms": "604800000",
  "segment.bytes": "1073741824",
  "segment.ms": "604800000",
} as const;

type Known = keyof typeof DEFAULTS;

/** A config with a number: how it changes, with the broker's default where the topic says nothing. */
export class NumberConfig {
  constructor(
    readonly name: Known,
    private readonly unit: (value: number) => string = String,
    /** What stands for "no limit", and how that is called. */
    private readonly unlimited?: { readonly means: number; readonly words: string },
  ) {}

  lowered = (subject: Subject): boolean => this.compared(subject, (before, after) => after < before);

  raised = (subject: Subject): boolean => this.compared(subject, (before, after) => after > before);

  /** In words: `7d`, or what the broker takes. */
  was = (subject: Subject): Text => this.words(subject.before(...path(this.name)));

  willBe = (subject: Subject): Text => this.words(subject.after(...path(this.name)));

  /** True when there will be a limit. */
  isLimited = (subject: Subject): boolean => this.size(subject.after(...path(this.name))) !== Infinity;

  private compared(subject: Subject, holds: (before: number, after: number) => boolean): boolean {
    if (!subject.changes(...path(this.name))) return false;
    const from = this.size(subject.before(...path(this.name)));
    const to = this.size(subject.after(...path(this.name)));
    return from !== undefined && to !== undefined && holds(from, to);
  }

  private size(value: Value | undefined): number | undefined {
    const size = numberOf(isEmpty(value) ? DEFAULTS[this.name] : value);
    return this.unlimited !== undefined && size === this.unlimited.means ? Infinity : size;
  }

  private sizeWords(size: number): Text {
    return size === Infinity ? [this.unlimited?.words ?? ""] : say`${this.unit(size)}`;
  }

  private words(value: Value | undefined): Text {
    const size = this.size(value);
    const words = size === undefined ? ["an unknown value"] : this.sizeWords(size);
    return isEmpty(value) ? [...words, " (the broker's default, unless it is set there)"] : words;
  }
}

export const RETENTION_MS = new NumberConfig("retention.ms", millisecondsText, {
  means: -1,
  words: "an unlimited time",
});
export const RETENTION_BYTES = new NumberConfig("retention.bytes", bytesText, {
  means: -1,
  words: "an unlimited size",
});
export const MIN_INSYNC = new NumberConfig("min.insync.replicas");
export const MAX_MESSAGE = new NumberConfig("max.message.bytes", bytesText);
export const SEGMENT_MS = new NumberConfig("segment.ms", millisecondsText);
export const SEGMENT_BYTES = new NumberConfig("segment.bytes", bytesText);
export const DELETE_RETENTION = new NumberConfig("delete.retention.ms", millisecondsText);

/** Which cleanups a topic gets: `delete`, `compact` or both. */
export function cleanups(subject: Subject, side: "before" | "after"): ReadonlySet<string> {
  const value = subject[side](...path("cleanup.policy"));
  const written = typeof value === "string" && value !== "" ? value : DEFAULTS["cleanup.policy"];
  return new Set(written.split(",").map((word) => word.trim()));
}

/** Configs that differ, sorted. */
export function changedConfigs(subject: Subject): string[] {
  const names = new Set([...keys(subject.before("config")), ...keys(subject.after("config"))]);
  return [...names].filter((name) => subject.changes(...path(name))).sort();
}

const keys = (value: Value | undefined): string[] => (isFields(value) ? Object.keys(value) : []);
