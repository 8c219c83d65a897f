import { CloudwatchDashboard } from "@cdktf/provider-aws/lib/cloudwatch-dashboard";
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { Construct, type IConstruct } from "constructs";
import {
  alarmName,
  dashboardName,
  DOMAIN_TAG,
  ENVIRONMENT_TAG,
  logGroupName,
  type Site,
} from "../../src/names";
import {
  MetricAlarm,
  signalId,
  type AlarmDefinition,
  type AlarmOwnership,
  type AlarmSeverity,
} from "./alarm";
import { dashboardBody, type DashboardLevel } from "./dashboard";
import {
  DEFAULT_LOG_RETENTION_DAYS,
  validateDomainMonitoring,
  type DomainMonitoringProps,
} from "./domain-monitoring-props";
import { runbookUrl, type RunbookLocation } from "./runbook";
import {
  compileAlarms,
  labelOf,
  signalSource,
  uncoveredSlos,
  type MonitoredProduct,
  type UncoveredSlo,
} from "./slo";

/** The alarms, the log group and the dashboard of one domain. */
export class DomainMonitoring extends Construct {
  public readonly logGroupName: string;
  public readonly dashboardName: string;
  /** How much of each product the dashboard has room for. */
  public readonly dashboardLevel: DashboardLevel;
  /** What products promise and nothing watches. */
  public readonly uncoveredSlos: readonly UncoveredSlo[];

  private readonly site: Site;
  private readonly domain: string;
  private readonly ownerTeam: string;
  private readonly runbooks: RunbookLocation;
  private readonly topicArns: Readonly<Record<AlarmSeverity, readonly string[]>>;

  /** @throws ValidationError with everything that is wrong with the props. */
  public constructor(scope: Construct, id: string, props: DomainMonitoringProps) {
    super(scope, id);
    validateDomainMonitoring(this.node.path, props);

    const { domain, alertTopicArn, pageTopicArn, environment } = props;
    this.site = props.site ?? environment.site;
    this.domain = domain;
    this.ownerTeam = props.ownerTeam;
    this.runbooks = { site: this.site, domain, runbookBaseUrl: props.runbookBaseUrl };
    this.topicArns = {
      ticket: [alertTopicArn],
      page: pageTopicArn === undefined ? [alertTopicArn] : [alertTopicArn, pageTopicArn],
    };
    this.logGroupName = logGroupName(this.site, domain);
    this.dashboardName = dashboardName(this.site, domain);

    const source = signalSource(props);
    const products = props.products.map((product) => ({ product, alarms: compileAlarms(product, source) }));
    this.uncoveredSlos = props.products.flatMap((product) => uncoveredSlos(product, source));

    this.defineLogGroup(props);
    for (const { product, alarms } of products) {
      for (const definition of alarms) this.addAlarm(product, definition);
    }
    const { ownerTeam, runbooks } = this;
    const { json, level } = dashboardBody({ source, ownerTeam, runbooks, products });
    this.dashboardLevel = level;
    new CloudwatchDashboard(this, "Dashboard", { dashboardName: this.dashboardName, dashboardBody: json });
  }

  /**
   * Defines an alarm of one's own, named, tagged and routed like those of the SLO.
   *
   * @throws ValidationError when CloudWatch would refuse the definition.
   */
  public addAlarm(product: MonitoredProduct, definition: AlarmDefinition): MetricAlarm {
    return new MetricAlarm(this.portScope(product), signalId(definition.signal), {
      alarmName: this.nameOf(product, definition.signal),
      definition,
      owner: this.ownership(product, definition.signal),
      topicArns: this.topicArns[definition.severity],
    });
  }

  private defineLogGroup({ keyArn, logRetentionDays }: DomainMonitoringProps): void {
    new CloudwatchLogGroup(this, "Logs", {
      name: this.logGroupName,
      retentionInDays: logRetentionDays ?? DEFAULT_LOG_RETENTION_DAYS,
      kmsKeyId: keyArn,
      tags: { [DOMAIN_TAG]: this.domain, [ENVIRONMENT_TAG]: this.site.environment },
    });
  }

  private portScope(product: MonitoredProduct): IConstruct {
    const label = labelOf(product);
    return this.node.tryFindChild(label) ?? new Construct(this, label);
  }

  private nameOf({ product, major }: MonitoredProduct, signal: readonly string[]): string {
    return alarmName(this.site, this.domain, product, major, signal);
  }

  private ownership(product: MonitoredProduct, signal: readonly string[]): AlarmOwnership {
    return {
      domain: this.domain,
      ownerTeam: this.ownerTeam,
      product: labelOf(product),
      runbookUrl: runbookUrl(this.runbooks, product, signal),
    };
  }
}
