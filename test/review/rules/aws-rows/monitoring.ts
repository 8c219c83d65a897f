import { rowsOf } from "../rows/engine/rows-of";
import type { PlannedRow } from "../rows/row";
import { TOPIC } from "./documents";

const alarm = rowsOf("aws_cloudwatch_metric_alarm", (name) => ({
  ...{ alarm_name: name, comparison_operator: "GreaterThanThreshold", threshold: 5, evaluation_periods: 3 },
  ...{ datapoints_to_alarm: 3, treat_missing_data: "breaching", alarm_actions: [TOPIC], ok_actions: [TOPIC] },
  ...{ metric_name: "lag", namespace: "Mesh", statistic: "Maximum", period: 60, dimensions: { topic: "a" } },
}));

const query = (expression: string) => ({
  ...{
    metric_name: undefined,
    namespace: undefined,
    statistic: undefined,
    period: undefined,
    dimensions: undefined,
  },
  metric_query: [{ id: "a", expression, return_data: true }],
});

const dashboard = rowsOf("aws_cloudwatch_dashboard", (name) => ({
  ...{ dashboard_name: name, dashboard_body: JSON.stringify({ widgets: [] }) },
}));

const logs = rowsOf("aws_cloudwatch_log_group", (name) => ({ name, retention_in_days: 365 }));

export const MONITORS: readonly PlannedRow[] = [
  alarm("w1", "an alarm is new", [undefined, {}], "additive generic/created: alarm `w1` is new"),
  alarm(
    "w2",
    "an alarm is deleted",
    [{}, undefined],
    "interruption aws_cloudwatch_metric_alarm/deleted: alarm `w2` is deleted with its history: what it watches goes unnoticed",
  ),
  alarm(
    "w3",
    "an alarm has another name",
    [{}, { alarm_name: "w3-other" }],
    "interruption aws_cloudwatch_metric_alarm/alarm_name: alarm `w3` is deleted with its history and alarm `w3-other` made: what it watches goes unnoticed in between (`alarm_name` `w3` → `w3-other`)",
  ),
  alarm(
    "w4",
    "an alarm is in another region",
    [{}, { region: "eu-west-1" }],
    "interruption aws_cloudwatch_metric_alarm/region: alarm `w4` is deleted with its history and alarm `w4` made: what it watches goes unnoticed in between (`region` `eu-central-1` → `eu-west-1`)",
  ),
  alarm(
    "w5",
    "an alarm is muted",
    [{}, { actions_enabled: false }],
    "interruption aws_cloudwatch_metric_alarm/muted: alarm `w5` tells nobody any more: its actions are off",
  ),
  alarm(
    "w6",
    "an alarm is not muted any more",
    [{ actions_enabled: false }, {}],
    "additive aws_cloudwatch_metric_alarm/unmuted: alarm `w6` tells again: its actions are on",
  ),
  alarm(
    "w7",
    "an alarm tells nobody",
    [{}, { alarm_actions: [] }],
    "interruption aws_cloudwatch_metric_alarm/fewer-told: alarm `w7` does not tell `arn:aws:sns:eu-central-1:111122223333:keeper` any more",
  ),
  alarm(
    "w8",
    "an alarm tells somebody more",
    [{ ok_actions: [] }, {}],
    "additive aws_cloudwatch_metric_alarm/more-told: alarm `w8` also tells `arn:aws:sns:eu-central-1:111122223333:keeper`",
  ),
  alarm(
    "w9",
    "an alarm is described otherwise",
    [{}, { alarm_description: "b" }],
    "none aws_cloudwatch_metric_alarm/described: alarm `w9` is described otherwise",
  ),
  alarm(
    "w10",
    "an alarm has other conditions",
    [
      {},
      {
        ...{
          threshold: 9,
          comparison_operator: "LessThanThreshold",
          evaluation_periods: 5,
          datapoints_to_alarm: 4,
        },
        ...{ period: 120, statistic: "Minimum", treat_missing_data: "ignore", metric_name: "age" },
        dimensions: { topic: "b" },
      },
    ],
    "cost aws_cloudwatch_metric_alarm/conditions: alarm `w10` fires otherwise: `threshold` `5` → `9`, `comparison_operator` `GreaterThanThreshold` → `LessThanThreshold`, `evaluation_periods` `3` → `5`, `datapoints_to_alarm` `3` → `4`, `period` `60` → `120`, `statistic` `Maximum` → `Minimum`, `treat_missing_data` `breaching` → `ignore`, `metric_name` `lag` → `age`, `dimensions`",
  ),
  alarm(
    "w11",
    "an alarm takes another percentile",
    [
      { statistic: undefined, extended_statistic: "p99" },
      { statistic: undefined, extended_statistic: "p90" },
    ],
    "cost aws_cloudwatch_metric_alarm/conditions: alarm `w11` fires otherwise: `extended_statistic` `p99` → `p90`",
  ),
  alarm(
    "w12",
    "an alarm computes otherwise",
    [query("1 + 1"), query("1 + 2")],
    "cost aws_cloudwatch_metric_alarm/conditions: alarm `w12` fires otherwise: `metric_query`",
  ),
  dashboard(
    "d1",
    "a dashboard is deleted",
    [{}, undefined],
    "interruption aws_cloudwatch_dashboard/deleted: dashboard `d1` is deleted: nobody sees it any more",
  ),
  dashboard(
    "d2",
    "a dashboard has another name",
    [{}, { dashboard_name: "d2-other" }],
    "none aws_cloudwatch_dashboard/dashboard_name: dashboard `d2` is deleted and dashboard `d2-other` made (`dashboard_name` `d2` → `d2-other`)",
  ),
  dashboard(
    "d3",
    "a dashboard is in another region",
    [{}, { region: "eu-west-1" }],
    "none aws_cloudwatch_dashboard/region: dashboard `d3` is deleted and dashboard `d3` made (`region` `eu-central-1` → `eu-west-1`)",
  ),
  dashboard(
    "d4",
    "a dashboard shows something else",
    [{}, { dashboard_body: JSON.stringify({ widgets: [1] }) }],
    "none aws_cloudwatch_dashboard/changed: dashboard `d4` shows something else",
  ),
  logs(
    "g1",
    "a log group is deleted",
    [{}, undefined],
    "dataLoss aws_cloudwatch_log_group/deleted: log group `g1` is deleted with all logs in it",
  ),
  logs(
    "g2",
    "a log group is let go",
    [{ skip_destroy: true }, undefined],
    "cost aws_cloudwatch_log_group/kept: log group `g2` stays with its logs, and Terraform does not know it any more: `skip_destroy` is set in the state",
  ),
  logs(
    "g3",
    "a log group has another name",
    [{}, { name: "g3-other" }],
    "dataLoss aws_cloudwatch_log_group/name: log group `g3` is deleted with all logs in it, and made anew (`name` `g3` → `g3-other`)",
  ),
  logs(
    "g4",
    "a log group has a name that is made up",
    [{}, { name: undefined, name_prefix: "made-up" }],
    "dataLoss aws_cloudwatch_log_group/name_prefix: log group `g4` is deleted with all logs in it, and made anew (`name_prefix` `(none)` → `made-up`)",
  ),
  logs(
    "g5",
    "a log group is of another class",
    [{}, { log_group_class: "INFREQUENT_ACCESS" }],
    "dataLoss aws_cloudwatch_log_group/log_group_class: log group `g5` is deleted with all logs in it, and made anew (`log_group_class` `STANDARD` → `INFREQUENT_ACCESS`)",
  ),
  logs(
    "g6",
    "a log group is in another region",
    [{}, { region: "eu-west-1" }],
    "dataLoss aws_cloudwatch_log_group/region: log group `g6` is deleted with all logs in it, and made anew (`region` `eu-central-1` → `eu-west-1`)",
  ),
  logs(
    "g7",
    "a log group keeps less",
    [{}, { retention_in_days: 30 }],
    "dataLoss aws_cloudwatch_log_group/keeps-less: log group `g7` keeps logs `30d` instead of `365d`: older ones are deleted",
  ),
  logs(
    "g8",
    "a log group keeps more",
    [{}, { retention_in_days: 0 }],
    "cost aws_cloudwatch_log_group/keeps-more: log group `g8` keeps logs for ever instead of `365d`: more is paid for",
  ),
  logs(
    "g9",
    "a log group no longer keeps all",
    [{ retention_in_days: 0 }, {}],
    "dataLoss aws_cloudwatch_log_group/keeps-less: log group `g9` keeps logs `365d` instead of for ever: older ones are deleted",
  ),
  logs(
    "g10",
    "a log group goes with its logs from now on",
    [{ skip_destroy: true }, {}],
    "cost aws_cloudwatch_log_group/not-kept: the next deletion of log group `g10` takes its logs along: `skip_destroy` is taken back",
  ),
  logs(
    "g11",
    "a log group has another key",
    [{}, { kms_key_id: "${aws_kms_key.keeper.arn}" }],
    "access aws_cloudwatch_log_group/key: new logs of log group `g11` are encrypted with another key",
  ),
];
