import {
  alarmArn,
  alarmPrefix,
  alertTopicArn,
  alertTopicName,
  dashboardArn,
  dashboardName,
  logGroupArn,
  logGroupPrefix,
} from "../../src/names";
import type { DomainScope } from "../access";
import type { PolicyStatement } from "../policy";

/** The domain's alert topic, alarms, dashboard and log groups. */
export function deployMonitoringStatements({ site, domain }: DomainScope): PolicyStatement[] {
  return [
    {
      Sid: "OwnAlerts",
      Effect: "Allow",
      Action: [
        "sns:*Attributes",
        "sns:CreateTopic",
        "sns:DeleteTopic",
        "sns:GetDataProtectionPolicy",
        "sns:List*",
        "sns:Subscribe",
        "sns:TagResource",
        "sns:Unsubscribe",
        "sns:UntagResource",
      ],
      Resource: alertTopicArn(site, alertTopicName(site, domain)),
    },
    {
      Sid: "OwnAlarms",
      Effect: "Allow",
      Action: [
        "cloudwatch:DeleteAlarms",
        "cloudwatch:DescribeAlarms",
        "cloudwatch:ListTagsForResource",
        "cloudwatch:PutCompositeAlarm",
        "cloudwatch:PutMetricAlarm",
        "cloudwatch:TagResource",
        "cloudwatch:UntagResource",
      ],
      Resource: alarmArn(site, `${alarmPrefix(site, domain)}*`),
    },
    {
      Sid: "OwnDashboard",
      Effect: "Allow",
      Action: ["cloudwatch:DeleteDashboards", "cloudwatch:GetDashboard", "cloudwatch:PutDashboard"],
      Resource: dashboardArn(site, dashboardName(site, domain)),
    },
    {
      Sid: "OwnLogs",
      Effect: "Allow",
      Action: [
        "logs:AssociateKmsKey",
        "logs:CreateLogGroup",
        "logs:DeleteLogGroup",
        "logs:DeleteRetentionPolicy",
        "logs:DisassociateKmsKey",
        "logs:ListTagsForResource",
        "logs:PutRetentionPolicy",
        "logs:TagResource",
        "logs:UntagResource",
      ],
      Resource: logGroupArn(site, `${logGroupPrefix(site, domain)}*`),
    },
  ];
}
