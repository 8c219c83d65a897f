import { custom, definitions, id } from "./common";
import { any, either, mapping, number, oneOf, required, since, text, texts } from "./spec";
import type { ExactlyOne, FieldSpec, Fields, ObjectSpec } from "./spec";

const pair: FieldSpec = { shape: { kind: "list", of: { kind: "number" }, least: 2, most: 2 } };

const operators: Fields = {
  mustBe: any,
  mustNotBe: any,
  mustBeGreaterThan: number,
  mustBeGreaterOrEqualTo: number,
  mustBeLessThan: number,
  mustBeLessOrEqualTo: number,
  mustBeBetween: pair,
  mustNotBeBetween: pair,
};

const oneOperator: ExactlyOne = { since: 1, keys: Object.keys(operators) };

/** Up to v3.0 a library rule was named by `rule`, since v3.1 by `metric`. */
const library: Fields = {
  metric: {
    ...since(1, oneOf("nullValues", "missingValues", "invalidValues", "duplicateValues", "rowCount")),
    required: true,
  },
  rule: {
    ...text,
    required: { until: 0 },
    deprecated: { since: 1, fix: "name the measure with 'metric'" },
  },
  arguments: since(1, mapping),
  ...operators,
};

/** `quality`. */
export const QUALITY_OBJECTS: Readonly<Record<string, ObjectSpec>> = {
  Quality: {
    label: "a quality rule",
    fields: {
      id,
      type: text,
      name: text,
      description: text,
      dimension: oneOf(
        ...["accuracy", "completeness", "conformity", "consistency"],
        ...["coverage", "timeliness", "uniqueness"],
      ),
      method: text,
      severity: text,
      businessImpact: text,
      unit: text,
      schedule: text,
      scheduler: text,
      tags: texts,
      ...definitions,
      ...custom,
    },
    variants: {
      by: "type",
      implied: { metric: "library", rule: "library" },
      of: {
        text: {},
        library: { fields: library, exactlyOne: oneOperator },
        sql: { fields: { query: required(text), ...operators }, exactlyOne: oneOperator },
        custom: { fields: { engine: required(text), implementation: required(either(text, mapping)) } },
      },
    },
  },
};
