import { accessLogPrefix, bucketName, portPrefix, type Site } from "../../src/names";
import type { IDomainKey, KeyOwner } from "../key";
import { nameProblem, type Rule } from "../validation";

/** Names one output port: the objects of one major version of a product. */
export interface PortVersion {
  readonly product: string;
  /** 1 to 99. */
  readonly major: number;
}

/** An output port kept in a bucket. */
export interface BucketPort extends PortVersion {
  /**
   * Days until an object expires. Its versions stay for the bucket's `noncurrentDays` more.
   * @default - kept until deleted
   */
  readonly retentionDays?: number;
  /**
   * What the files are, such as `parquet`; for those who read about the port.
   * @default - not stated
   */
  readonly format?: string;
}

/** S3 takes 1,000 lifecycle rules and 1,000 metrics configurations per bucket; one rule is the bucket's own. */
export const MAX_BUCKET_PORTS = 999;

/** `order-placed.v1`, as messages call a port. */
export const portName = ({ product, major }: PortVersion): string => `${product}.v${major}`;

/** The props of a bucket with their defaults filled in, as far as rules look at them. */
export interface CheckedBucketProps {
  readonly site: Site;
  readonly environmentName: string;
  readonly domain: string;
  readonly key: IDomainKey;
  readonly ports: readonly BucketPort[];
  readonly accessLogBucketName: string;
  readonly noncurrentDays: number;
  readonly abortMultipartDays: number;
  readonly retain: boolean;
  readonly allowDestroy: boolean;
}

const isDays = (value: number): boolean => Number.isInteger(value) && value >= 1;

const daysRule = (name: "noncurrentDays" | "abortMultipartDays"): Rule<CheckedBucketProps> => ({
  holds: (props) => isDays(props[name]),
  problem: (props) => `${name} must be a whole number of days from 1, got ${props[name]}`,
});

const homeOf = ({ domain, site }: KeyOwner): string =>
  `'${domain}' in ${site.environment}, account ${site.account}, ${site.region}`;

const badRetention = ({ ports }: CheckedBucketProps): BucketPort[] =>
  ports.filter(({ retentionDays }) => retentionDays !== undefined && !isDays(retentionDays));

const repeated = ({ ports }: CheckedBucketProps): string[] => {
  const names = ports.map(portName);
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
};

const nameProblems = ({ site, domain, ports }: CheckedBucketProps): string[] =>
  [
    nameProblem(() => bucketName(site, domain)),
    nameProblem(() => accessLogPrefix(domain)),
    ...ports.map(({ product, major }) => nameProblem(() => portPrefix(product, major))),
  ].filter((problem, at, all): problem is string => problem !== undefined && all.indexOf(problem) === at);

/** What must hold of a bucket before anything is defined. */
export const BUCKET_RULES: readonly Rule<CheckedBucketProps>[] = [
  {
    holds: (props) => nameProblems(props).length === 0,
    problem: (props) => nameProblems(props).join("; "),
  },
  {
    holds: ({ site, environmentName }) => site.environment === environmentName,
    problem: ({ site, environmentName }) =>
      `EnvMismatch: site is of environment '${site.environment}', the construct of '${environmentName}'; ` +
      "give both the same environment",
  },
  {
    holds: ({ key, domain, site }) => homeOf(key) === homeOf({ domain, site }),
    problem: ({ key, domain, site }) =>
      `key is of ${homeOf(key)}, the bucket of ${homeOf({ domain, site })}; give the bucket its own domain's key`,
  },
  {
    holds: (props) => repeated(props).length === 0,
    problem: (props) =>
      `Duplicate: ports ${repeated(props).join(", ")} are declared twice; declare each once`,
  },
  {
    holds: ({ ports }) => ports.length <= MAX_BUCKET_PORTS,
    problem: ({ ports }) =>
      `bucket has ${ports.length} ports, at most ${MAX_BUCKET_PORTS} are allowed; split the domain`,
  },
  {
    holds: (props) => badRetention(props).length === 0,
    problem: (props) =>
      badRetention(props)
        .map((port) => `RetentionInvalid: port '${portName(port)}' has retentionDays ${port.retentionDays}`)
        .join("; ") + "; give a whole number of days from 1, or none to keep objects",
  },
  daysRule("noncurrentDays"),
  daysRule("abortMultipartDays"),
  {
    holds: ({ accessLogBucketName, site, domain }) =>
      accessLogBucketName !== "" &&
      (nameProblem(() => bucketName(site, domain)) !== undefined ||
        accessLogBucketName !== bucketName(site, domain)),
    problem: ({ accessLogBucketName }) =>
      `accessLogBucketName must be another bucket of the same account and region, got '${accessLogBucketName}'; ` +
      "give the platform's log bucket",
  },
  {
    holds: ({ retain, allowDestroy }) => !(retain && allowDestroy),
    problem: () =>
      "retain and allowDestroy are both true; set retain to false to let the bucket go with all its objects, " +
      "or leave allowDestroy out",
  },
];
