import type { ResourceChange } from "../../../src/review/model";
import { Deployment } from "../../e2e/support/deployment";
import { StackDocument, type Arguments } from "../../e2e/support/stack-document";
import { readPlan } from "../../../src/review/plan";

const PROVIDERS = {
  aws: { region: "eu-central-1" },
  kafka: { bootstrap_servers: ["localhost:9092"] },
  postgresql: { host: "localhost", database: "mesh", username: "meshwright" },
};

const SOURCES = {
  aws: { source: "hashicorp/aws" },
  kafka: { source: "Mongey/kafka" },
  postgresql: { source: "cyrilgdn/postgresql" },
};

/** Resources by type and name, as a stack's JSON has them. */
export type Resources = Readonly<Record<string, Readonly<Record<string, Arguments>>>>;

const STACK = "rows";

/**
 * What the real Terraform plans on the engine when a stack that is deployed as `before` becomes `after`; by address,
 * unchanged resources too. `more` stands beside the resources of both, or of `after` alone: `moved`, `removed`.
 */
export async function planBetween(
  before: Resources,
  after: Resources,
  more: { readonly both?: object; readonly after?: object } = {},
): Promise<ReadonlyMap<string, ResourceChange>> {
  const deployment = await Deployment.ofNothing();
  deployment.write(STACK, stackOf(before, more.both));
  await deployment.deploy(STACK);

  deployment.write(STACK, stackOf(after, { ...more.both, ...more.after }));
  const { text } = await deployment.plan(STACK);
  const { plan } = readPlan(Buffer.from(text), { stack: STACK });
  return new Map(plan.changes.map((change) => [change.address, change]));
}

function stackOf(resource: Resources, more: object = {}): StackDocument {
  const terraform = { required_providers: SOURCES };
  return StackDocument.parse(JSON.stringify({ terraform, provider: PROVIDERS, resource, ...more }));
}

/** One change of one resource, to be planned together with many others. */
export interface EngineRow {
  readonly type: string;
  /** Undefined when it is new. */
  readonly before?: Arguments;
  /** Undefined when it is deleted. */
  readonly after?: Arguments;
}

/** A value that rows can take for one that is known after the apply only. */
export const LATER = "${terraform_data.later.output}";

/**
 * Plans all rows at once: the change of each, in order. What stands `beside` is there before any of them, and stays.
 *
 * @throws Error when a row is not in the plan.
 */
export async function planRows(
  rows: readonly EngineRow[],
  { beside = {}, more }: { readonly beside?: Resources; readonly more?: object } = {},
): Promise<readonly ResourceChange[]> {
  const planned = await planBetween(
    resourcesOf(rows, beside, ({ before }) => before, 1),
    resourcesOf(rows, beside, ({ after }) => after, 2),
    { both: more },
  );
  return rows.map(({ type }, at) => {
    const found = planned.get(`${type}.${nameOf(at)}`);
    if (found === undefined) throw new Error(`row ${at}, a ${type}, is not in the plan`);
    return found;
  });
}

const nameOf = (row: number): string => `row${row}`;

function resourcesOf(
  rows: readonly EngineRow[],
  beside: Resources,
  side: (row: EngineRow) => Arguments | undefined,
  later: number,
): Resources {
  const found: Record<string, Record<string, Arguments>> = { terraform_data: { later: { input: later } } };
  for (const [type, ofType] of Object.entries(beside)) found[type] = { ...found[type], ...ofType };
  const first = Object.entries(beside).flatMap(([type, all]) =>
    Object.keys(all).map((name) => `${type}.${name}`),
  );
  for (const [at, row] of rows.entries()) {
    const values = side(row);
    if (values !== undefined) (found[row.type] ??= {})[nameOf(at)] = { depends_on: first, ...values };
  }
  return found;
}
