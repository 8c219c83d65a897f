import { Construct } from "constructs";
import { platformAlarmName } from "../../src/names";
import type { MeshEnvironment } from "../environment";
import { ValidationError } from "../validation";
import { MetricAlarm, signalId, type AlarmDefinition, type MetricReference } from "./alarm";

const GIB = 1024 ** 3;
const FIVE_MINUTES = 300;

/** The share of the allocated storage that must stay free. */
export const FREE_STORAGE_SHARE = 0.15;
/** What must stay free where the allocated storage is unknown, in GiB. */
export const DEFAULT_FREE_STORAGE_GIB = 10;
/** The share of the possible connections that may be used. */
export const CONNECTION_SHARE = 0.8;
/** Half of the way to the wraparound of transaction ids, at which Postgres stops to write. */
export const MAX_USED_TRANSACTION_IDS = 1_000_000_000;

/** Props of `DatabaseAlarms`. */
export interface DatabaseAlarmsProps {
  readonly environment: MeshEnvironment;
  readonly ownerTeam: string;
  /** Every alarm goes there: all domains share the instance. */
  readonly alertTopicArn: string;
  /** An https link. */
  readonly runbookUrl: string;
  /** Allocated storage of the instance in GiB. @default - unknown: 10 GiB must stay free */
  readonly allocatedStorageGib?: number;
  /** `max_connections` of the instance. @default - unknown: no alarm on connections */
  readonly maxConnections?: number;
}

/** Alarms over the RDS instance that all domains share; none where the environment names no instance. */
export class DatabaseAlarms extends Construct {
  public readonly alarms: readonly MetricAlarm[];

  /** @throws ValidationError when storage or connections are no positive numbers, or a text is unsafe. */
  public constructor(scope: Construct, id: string, props: DatabaseAlarmsProps) {
    super(scope, id);
    const problems = [
      positiveProblem("allocatedStorageGib", props.allocatedStorageGib),
      positiveProblem("maxConnections", props.maxConnections),
    ].filter((problem) => problem !== undefined);
    if (problems.length > 0) throw new ValidationError(this.node.path, problems);

    const { environment, ownerTeam, runbookUrl, alertTopicArn } = props;
    this.alarms = databaseAlarmDefinitions(props).map(
      (definition) =>
        new MetricAlarm(this, signalId(definition.signal), {
          alarmName: platformAlarmName(environment.site, definition.signal),
          definition,
          owner: { domain: "platform", ownerTeam, product: "postgres", runbookUrl },
          topicArns: [alertTopicArn],
        }),
    );
  }
}

/** The alarms as data. A value that is missing means an instance that is gone, so that it breaches. */
export function databaseAlarmDefinitions(props: DatabaseAlarmsProps): AlarmDefinition[] {
  const { allocatedStorageGib, maxConnections } = props;
  const { instanceId } = props.environment.postgres;
  if (instanceId === undefined) return [];

  const freeGib =
    allocatedStorageGib === undefined ? DEFAULT_FREE_STORAGE_GIB : allocatedStorageGib * FREE_STORAGE_SHARE;
  const storage: AlarmDefinition = {
    ...over(metric(instanceId, "FreeStorageSpace", "Minimum"), Math.round(freeGib * GIB)),
    comparison: "LessThanThreshold",
    signal: ["postgres", "free-storage"],
    severity: "page",
    summary: `Postgres instance ${instanceId} has less than ${Number(freeGib.toFixed(2))} GiB of storage left`,
  };
  const transactions: AlarmDefinition = {
    ...over(metric(instanceId, "MaximumUsedTransactionIDs", "Maximum"), MAX_USED_TRANSACTION_IDS),
    signal: ["postgres", "transaction-ids"],
    severity: "page",
    summary: `Postgres instance ${instanceId} runs out of transaction ids: a vacuum is overdue`,
  };
  if (maxConnections === undefined) return [storage, transactions];

  const connections: AlarmDefinition = {
    ...over(
      metric(instanceId, "DatabaseConnections", "Maximum"),
      Math.floor(maxConnections * CONNECTION_SHARE),
    ),
    signal: ["postgres", "connections"],
    severity: "ticket",
    summary: `Postgres instance ${instanceId} uses more than ${CONNECTION_SHARE * 100}% of its connections`,
  };
  return [storage, transactions, connections];
}

function over(watched: MetricReference, threshold: number) {
  return {
    queries: [{ id: "value", periodSeconds: FIVE_MINUTES, metric: watched }],
    comparison: "GreaterThanThreshold" as const,
    threshold,
    evaluationPeriods: 3,
    missingData: "breaching" as const,
  };
}

function metric(instanceId: string, metricName: string, statistic: "Maximum" | "Minimum"): MetricReference {
  return { namespace: "AWS/RDS", metricName, dimensions: { DBInstanceIdentifier: instanceId }, statistic };
}

function positiveProblem(field: string, value: number | undefined): string | undefined {
  if (value === undefined || (Number.isFinite(value) && value > 0)) return undefined;
  return `${field} must be above 0, got ${value}; leave it out if it is unknown`;
}
