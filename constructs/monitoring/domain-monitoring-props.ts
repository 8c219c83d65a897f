import { nameProblem, validate, type Rule } from "../validation";
import { alertTopicName, dashboardName, logGroupName, type Site } from "../../src/names";
import type { MeshEnvironment } from "../environment";
import { MAX_OWNER_TEAM } from "./alarm";
import { LOG_RETENTION_DAYS } from "./limits";
import { labelOf, SLO_RULES, type MonitoredProduct } from "./slo";
import { linkProblem, MAX_LINK, textProblem } from "./text";

/** Days that a domain's app logs are kept. */
export const DEFAULT_LOG_RETENTION_DAYS = 365;

/** Characters of a base URL: what is left of a link beside the longest domain, product and signal. */
const MAX_BASE_URL = MAX_LINK - 100;

/** Props of `DomainMonitoring`. */
export interface DomainMonitoringProps {
  readonly environment: MeshEnvironment;
  /** Where the domain lives. @default - the environment's site */
  readonly site?: Site;
  readonly domain: string;
  /** Who is called; at most 128 characters without control characters, template or Terraform syntax. */
  readonly ownerTeam: string;
  /** The domain's alert topic: every alarm goes there. */
  readonly alertTopicArn: string;
  /** Where pages go too, such as the platform's alert topic, in the domain's region. @default - to the domain's topic alone */
  readonly pageTopicArn?: string;
  readonly products: readonly MonitoredProduct[];
  /** One of the values in `LOG_RETENTION_DAYS`. @default 365 */
  readonly logRetentionDays?: number;
  /**
   * ARN of the key that encrypts the logs; its policy must let CloudWatch Logs use it.
   * @default - a key that AWS owns
   */
  readonly keyArn?: string;
  /**
   * Where runbooks are: alarms link to `<base>/<domain>/<product>.v<major>#<signal>`.
   * @default - alarms link to the domain's dashboard, which says what each alarm means
   */
  readonly runbookBaseUrl?: string;
  /**
   * Brokers of the MSK cluster, numbered from 1. With up to ten, topics are watched broker by broker: alarms then look
   * back further than three hours and need no quota of Metrics Insights alarms. With up to five, completeness can be
   * watched.
   * @default - unknown: topics are watched by Metrics Insights queries, completeness is not
   */
  readonly brokerCount?: number;
}

/** @throws ValidationError with everything that is wrong. */
export function validateDomainMonitoring(path: string, props: DomainMonitoringProps): void {
  validate(path, props, [...RULES, ...props.products.flatMap(productRules)]);
}

/** A token has no region to compare. */
const TOPIC_ARN = /^arn:[a-z-]+:sns:([a-z0-9-]+):/;

const RULES: readonly Rule<DomainMonitoringProps>[] = [
  rule(({ domain, site, environment }) => nameProblem(() => namesOf(site ?? environment.site, domain))),
  rule(({ ownerTeam }) => textProblem("ownerTeam", ownerTeam, MAX_OWNER_TEAM)),
  rule(({ runbookBaseUrl: base }) =>
    base === undefined ? undefined : linkProblem("runbookBaseUrl", base, MAX_BASE_URL),
  ),
  rule(({ runbookBaseUrl: base }) =>
    base === undefined || !/[?#]/.test(base)
      ? undefined
      : `runbookBaseUrl '${base.slice(0, 60)}' must have no query or fragment, since pages are named below it`,
  ),
  rule(({ logRetentionDays: days = DEFAULT_LOG_RETENTION_DAYS }) =>
    LOG_RETENTION_DAYS.includes(days)
      ? undefined
      : `logRetentionDays must be one of ${LOG_RETENTION_DAYS.join(", ")}, got ${days}`,
  ),
  rule(({ brokerCount: count }) =>
    count === undefined || (Number.isInteger(count) && count >= 1)
      ? undefined
      : `brokerCount must be a whole number from 1, got ${count}`,
  ),
  rule(({ pageTopicArn, site, environment }) => {
    const { region } = site ?? environment.site;
    const topicRegion = pageTopicArn === undefined ? undefined : TOPIC_ARN.exec(pageTopicArn)?.[1];
    return topicRegion === undefined || topicRegion === region
      ? undefined
      : `pageTopicArn is in region ${topicRegion}, but alarms in ${region} notify topics of their own region only; ` +
          `leave it out, or give a topic in ${region}`;
  }),
  rule(({ products }) => {
    const twice = repeated(products.map(({ product, major }) => `${product}.v${major}`));
    return twice === undefined ? undefined : `Duplicate: product '${twice}' is given twice; remove one`;
  }),
];

function productRules(product: MonitoredProduct): Rule<DomainMonitoringProps>[] {
  const invalidName = nameProblem(() => labelOf(product));
  if (invalidName !== undefined) return [rule(() => invalidName)];

  const link = product.runbookUrl;
  return [
    ...SLO_RULES.map(({ holds, problem }) => ({
      holds: () => holds(product),
      problem: () => problem(product),
    })),
    rule(() => (link === undefined ? undefined : linkProblem(`${labelOf(product)} runbookUrl`, link))),
    rule(() => {
      const consumers = product.topic?.consumers ?? [];
      const twice = repeated(consumers.map(({ domain, app, purpose = "" }) => `${domain}/${app}/${purpose}`));
      return twice === undefined
        ? undefined
        : `Duplicate: consumer '${twice.replace(/\/$/, "")}' of ${labelOf(product)} is given twice; remove one`;
    }),
  ];
}

/** A rule from a function that says what is wrong, if anything is. */
function rule(check: (props: DomainMonitoringProps) => string | undefined): Rule<DomainMonitoringProps> {
  return { holds: (props) => check(props) === undefined, problem: (props) => check(props) ?? "" };
}

const namesOf = (site: Site, domain: string): string[] => [
  alertTopicName(site, domain),
  dashboardName(site, domain),
  logGroupName(site, domain),
];

const repeated = (values: readonly string[]): string | undefined =>
  values.find((value, n) => values.indexOf(value) !== n);
