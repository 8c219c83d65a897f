import { readFileSync } from "node:fs";
import { join } from "node:path";
import { boundaryStackName, domainStackName, PLATFORM_STACK } from "../../names";

/** The form of {@link SynthSummary}; another number means another form. */
export const SYNTH_FORMAT = "meshwright.synth/1";

/** What is counted of a stack: a heading, and the resource types below it. */
export const COUNTED = [
  { name: "topics", types: ["kafka_topic"] },
  { name: "buckets", types: ["aws_s3_bucket"] },
  { name: "schemas", types: ["postgresql_schema"] },
  { name: "roles", types: ["aws_iam_role", "postgresql_role"] },
  { name: "policies", types: ["aws_iam_policy", "aws_iam_role_policy", "aws_s3_bucket_policy"] },
  { name: "alarms", types: ["aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm"] },
] as const;

export type CountedName = (typeof COUNTED)[number]["name"];

/** How many resources of each kind, and of all kinds. */
export type ResourceCounts = Readonly<Record<CountedName | "resources", number>>;

/** What a run of synth made. */
export interface SynthSummary {
  readonly format: typeof SYNTH_FORMAT;
  readonly environment: string;
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  readonly platform: ResourceCounts;
  readonly domains: readonly DomainSummary[];
}

/** What a domain would provision, with both of its stacks. */
export interface DomainSummary {
  readonly domain: string;
  /** Whether the domain's own stack is another than before. */
  readonly changed: boolean;
  /** Whether its boundary is: the platform team has to deploy that first. */
  readonly boundaryChanged: boolean;
  readonly resources: ResourceCounts;
  /** What deploys it, in this order. */
  readonly deploy: readonly string[];
}

/** What {@link synthSummary} needs to know. */
export interface SynthOutcome {
  readonly outdir: string;
  readonly environment: string;
  /** All domains; those without a stack are left out of the summary. */
  readonly domains: Iterable<string>;
  readonly stacks: {
    readonly written: readonly string[];
    readonly unchanged: readonly string[];
    readonly removed: readonly string[];
  };
}

/** Counts what was written, from the stacks' JSON. */
export function synthSummary({ outdir, environment, domains, stacks }: SynthOutcome): SynthSummary {
  const { written, unchanged, removed } = stacks;
  const there = new Set([...written, ...unchanged]);
  const changed = new Set(written);
  return {
    format: SYNTH_FORMAT,
    environment,
    ...{ written, unchanged, removed },
    platform: countResources(outdir, [PLATFORM_STACK]),
    domains: [...domains]
      .filter((domain) => there.has(domainStackName(domain)))
      .map((domain) => {
        const names = [boundaryStackName(domain), domainStackName(domain)];
        return {
          domain,
          changed: changed.has(domainStackName(domain)),
          boundaryChanged: changed.has(boundaryStackName(domain)),
          resources: countResources(outdir, names),
          deploy: names.map((name) => `npx cdktf deploy ${name}`),
        };
      }),
  };
}

function countResources(outdir: string, stacks: readonly string[]): ResourceCounts {
  const byType = new Map<string, number>();
  for (const stack of stacks) {
    for (const [type, resources] of Object.entries(resourcesOf(outdir, stack))) {
      byType.set(type, (byType.get(type) ?? 0) + Object.keys(resources).length);
    }
  }
  const sum = (types: Iterable<string>): number =>
    [...types].reduce((total, type) => total + (byType.get(type) ?? 0), 0);
  const counts = COUNTED.map(({ name, types }) => [name, sum(types)] as const);
  return { ...Object.fromEntries(counts), resources: sum(byType.keys()) } as ResourceCounts;
}

/** Resources by type and id, as Terraform reads them. */
function resourcesOf(outdir: string, stack: string): Readonly<Record<string, object>> {
  const text = readFileSync(join(outdir, "stacks", stack, "cdk.tf.json"), "utf8");
  return (JSON.parse(text) as { resource?: Record<string, object> }).resource ?? {};
}
