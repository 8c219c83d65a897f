import { alarmArn, dashboardArn, logGroupArn } from "../../../names";
import { sameJson } from "../json-equality";
import { row, type Attributes, type ResourceFacts } from "../model";
import { flag, importBy, isSet, text } from "../read";
import { atLeast, conflicts, json, lengthBetween, oneOf, oneOfNumbers } from "../rules";
import { awsError, inAccount, inRegion, REGIONAL, same, siteOf, TAGGED } from "./common";
import { needsKey } from "./kms";

/* hashicorp/terraform-provider-aws 6.25, internal/service/cloudwatch and logs. */

const EXCLUDED_BY_QUERIES = [
  "dimensions",
  "extended_statistic",
  "metric_name",
  "namespace",
  "period",
  "statistic",
];

const queries = (config: Attributes): readonly Attributes[] =>
  Array.isArray(config.metric_query) ? (config.metric_query as readonly Attributes[]) : [];

/** `aws_cloudwatch_metric_alarm`: PutMetricAlarm overwrites. */
export const metricAlarm: ResourceFacts = row({
  source: "aws cloudwatch/metric_alarm.go",
  schemaVersion: 1,
  identity: inRegion("alarm_name"),
  forceNew: ["alarm_name", "region"],
  defaults: { actions_enabled: true, treat_missing_data: "missing", "metric_query.*.return_data": false },
  planned: { ...REGIONAL.planned, ...TAGGED.planned },
  rules: [
    lengthBetween("alarm_name", 1, 255),
    lengthBetween("alarm_description", 0, 1024),
    oneOf(
      "comparison_operator",
      ...[
        "GreaterThanOrEqualToThreshold",
        "GreaterThanThreshold",
        "LessThanThreshold",
        "LessThanOrEqualToThreshold",
      ],
      ...["LessThanLowerOrGreaterThanUpperThreshold", "LessThanLowerThreshold", "GreaterThanUpperThreshold"],
    ),
    atLeast("evaluation_periods", 1),
    atLeast("datapoints_to_alarm", 1),
    oneOf("statistic", "SampleCount", "Average", "Sum", "Minimum", "Maximum"),
    oneOf("treat_missing_data", "breaching", "notBreaching", "ignore", "missing"),
    lengthBetween("metric_query.*.expression", 1, 1024),
    lengthBetween("metric_query.*.id", 1, 255),
  ],
  groups: [
    ...EXCLUDED_BY_QUERIES.map((name) => conflicts(name, "metric_query")),
    conflicts("threshold", "threshold_metric_id"),
    conflicts("statistic", "extended_statistic"),
  ],
  planChecks: [
    (config) =>
      isSet(config.metric_name) && isSet(config.statistic) === isSet(config.extended_statistic)
        ? "One of `statistic` or `extended_statistic` must be set for a cloudwatch metric alarm"
        : undefined,
    (config) =>
      queries(config).some((query) => isSet(query.expression) && isSet(query.metric))
        ? "No metric_query may have both `expression` and a `metric` specified"
        : undefined,
  ],
  derived: {
    ...TAGGED.derived,
    id: same("alarm_name"),
    arn: (subject) => alarmArn(siteOf(subject), text(subject.values, "alarm_name")),
    evaluate_low_sample_count_percentiles: () => "",
  },
  importer: importBy("alarm_name"),
});

/** `aws_cloudwatch_dashboard`: PutDashboard overwrites; dashboards have no region. */
export const dashboard: ResourceFacts = row({
  source: "aws cloudwatch/dashboard.go",
  identity: inAccount("dashboard_name"),
  ...REGIONAL,
  forceNew: ["dashboard_name", "region"],
  equivalent: { dashboard_body: sameJson },
  rules: [json("dashboard_body"), lengthBetween("dashboard_name", 1, 255)],
  derived: {
    id: same("dashboard_name"),
    dashboard_arn: (subject) => dashboardArn(siteOf(subject), text(subject.values, "dashboard_name")),
  },
  importer: importBy("dashboard_name"),
});

const RETENTION_DAYS = [
  ...[0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731],
  ...[1096, 1827, 2192, 2557, 2922, 3288, 3653],
];

/** `aws_cloudwatch_log_group` */
export const logGroup: ResourceFacts = row({
  source: "aws logs/group.go",
  identity: inRegion("name"),
  local: ["skip_destroy"],
  forceNew: ["name", "name_prefix", "log_group_class", "region"],
  defaults: { retention_in_days: 0, skip_destroy: false },
  planned: { ...REGIONAL.planned, ...TAGGED.planned },
  reads: { kms_key_id: "" },
  rules: [oneOfNumbers("retention_in_days", ...RETENTION_DAYS), lengthBetween("name", 1, 512)],
  groups: [conflicts("name", "name_prefix"), conflicts("name_prefix", "name")],
  derived: {
    ...TAGGED.derived,
    name_prefix: () => "",
    id: same("name"),
    arn: (subject) => logGroupArn(siteOf(subject), text(subject.values, "name")),
    log_group_class: () => "STANDARD",
    deletion_protection_enabled: () => false,
  },
  survives: (values) => flag(values, "skip_destroy"),
  taken: (subject) =>
    awsError(
      subject,
      `creating CloudWatch Logs Log Group (${text(subject.values, "name")})`,
      ["CloudWatch Logs", "CreateLogGroup", 400],
      "ResourceAlreadyExistsException: The specified log group already exists",
    ),
  needs: [
    needsKey("kms_key_id", (_key, subject) =>
      awsError(
        subject,
        `creating CloudWatch Logs Log Group (${text(subject.values, "name")})`,
        ["CloudWatch Logs", "CreateLogGroup", 400],
        "InvalidParameterException: The specified KMS key does not exist or is not allowed to be used.",
      ),
    ),
  ],
  importer: importBy("name"),
});
