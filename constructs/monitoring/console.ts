import { checkedRegion, partitionOf, type Site } from "../../src/names";

/** Hosts of the AWS console by partition. */
const CONSOLE_HOSTS: Readonly<Record<string, string>> = {
  aws: "console.aws.amazon.com",
  "aws-cn": "console.amazonaws.cn",
  "aws-us-gov": "console.amazonaws-us-gov.com",
};

/** The link to a dashboard in the AWS console. */
export function dashboardUrl(site: Site, dashboard: string): string {
  return `${cloudWatchUrl(site)}#dashboards/dashboard/${dashboard}`;
}

/** The link to all alarms in the AWS console, to be filtered by a prefix there. */
export function alarmsUrl(site: Site): string {
  return `${cloudWatchUrl(site)}#alarmsV2:`;
}

function cloudWatchUrl(site: Site): string {
  const host = CONSOLE_HOSTS[partitionOf(site)] ?? "console.aws.amazon.com";
  const region = checkedRegion(site);
  return `https://${region}.${host}/cloudwatch/home?region=${region}`;
}
