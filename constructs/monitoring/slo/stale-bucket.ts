import type { AlarmDefinition } from "../alarm";
import { metricS3Requests, query } from "./metrics";
import { labelOf, type MonitoredProduct } from "./monitored-product";
import type { SignalSource } from "./signal-source";
import { alarmWindow } from "./windows";

/** S3 writes request metrics minutes late; a shorter window, in seconds, would look at minutes not yet written. */
export const MIN_STALE_WINDOW = 600;

/** Nothing was written to the bucket port for as long as the promised freshness. */
export function staleBucket(product: MonitoredProduct, source: SignalSource): AlarmDefinition[] {
  const { freshnessSeconds } = product.slo;
  if (!product.bucket || freshnessSeconds === undefined) return [];
  const { periodSeconds, evaluationPeriods } = alarmWindow(Math.max(freshnessSeconds, MIN_STALE_WINDOW));
  return [
    {
      signal: ["stale-bucket"],
      severity: "page",
      summary: `${labelOf(product)} got no new object within its freshness of ${freshnessSeconds} s`,
      queries: [
        query("puts", periodSeconds, metricS3Requests(source, product, "PutRequests")),
        // Without it, CloudWatch would skip the empty periods and judge by older ones that had data.
        { id: "writes", periodSeconds, expression: "FILL(puts, 0)" },
      ],
      comparison: "LessThanThreshold",
      threshold: 1,
      evaluationPeriods,
      missingData: "breaching",
    },
  ];
}
