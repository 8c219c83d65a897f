import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { CloudwatchMetricAlarmMetricQuery } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import { ValidationError } from "../../validation";
import { isInsights, type AlarmDefinition, type MetricQuery } from "./definition";
import { alarmDescription, alarmTags, ownershipProblems, type AlarmOwnership } from "./ownership";
import { ALARM_RULES } from "./rules";

/** Props of one alarm. */
export interface MetricAlarmProps {
  /** From `alarmName` or `platformAlarmName`. */
  readonly alarmName: string;
  readonly definition: AlarmDefinition;
  readonly owner: AlarmOwnership;
  /** SNS topics told when the alarm goes off and when it is over. */
  readonly topicArns: readonly string[];
}

/** A CloudWatch alarm that says whose it is, whom it hurts and what to do. */
export class MetricAlarm extends Construct {
  public readonly alarmName: string;

  /** @throws ValidationError when CloudWatch would refuse the definition, or the owner's text is unsafe. */
  public constructor(
    scope: Construct,
    id: string,
    { alarmName, definition, owner, topicArns }: MetricAlarmProps,
  ) {
    super(scope, id);
    const broken = ALARM_RULES.filter((rule) => !rule.holds(definition)).map((rule) =>
      rule.problem(definition),
    );
    const problems = [...broken, ...ownershipProblems(owner)];
    if (problems.length > 0) throw new ValidationError(this.node.path, problems);

    this.alarmName = alarmName;
    new CloudwatchMetricAlarm(this, "Resource", {
      alarmName,
      alarmDescription: alarmDescription(owner, definition.summary),
      comparisonOperator: definition.comparison,
      threshold: definition.threshold,
      evaluationPeriods: definition.evaluationPeriods,
      datapointsToAlarm: definition.evaluationPeriods,
      treatMissingData: definition.missingData,
      metricQuery: definition.queries.map((query, n) => render(query, n === definition.queries.length - 1)),
      alarmActions: [...topicArns],
      okActions: [...topicArns],
      tags: alarmTags(owner, definition.severity),
    });
  }
}

function render(query: MetricQuery, watched: boolean): CloudwatchMetricAlarmMetricQuery {
  const { id, periodSeconds, metric, expression } = query;
  const returnData = watched ? true : undefined;
  if (metric === undefined) {
    // Metric math takes its period from the metrics; only a Metrics Insights query needs one of its own.
    return { id, expression, period: isInsights(query) ? periodSeconds : undefined, returnData };
  }
  return {
    id,
    returnData,
    metric: {
      namespace: metric.namespace,
      metricName: metric.metricName,
      dimensions: { ...metric.dimensions },
      stat: metric.statistic,
      period: periodSeconds,
    },
  };
}
