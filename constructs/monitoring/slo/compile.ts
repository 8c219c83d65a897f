import { ValidationError } from "../../validation";
import type { AlarmDefinition } from "../alarm";
import { clientErrors } from "./client-errors";
import { completeness } from "./completeness";
import { consumerLag } from "./consumer-lag";
import { deadLetters } from "./dead-letters";
import { errorRatio } from "./error-ratio";
import { lagGrowth } from "./lag-growth";
import { isWatched, labelOf, type MonitoredProduct } from "./monitored-product";
import { SLO_RULES } from "./rules";
import type { Signal } from "./signal";
import type { SignalSource } from "./signal-source";
import { silentTopic } from "./silent-topic";
import { staleBucket } from "./stale-bucket";

/** Everything that is watched, in the order of the dashboard. */
export const SIGNALS: readonly Signal[] = [
  errorRatio,
  clientErrors,
  staleBucket,
  silentTopic,
  consumerLag,
  lagGrowth,
  deadLetters,
  completeness,
];

/**
 * The alarms that hold a product to its SLO: none for a product that is a draft or retired.
 *
 * @throws ValidationError `SloInvalid` when no alarm could hold an SLO.
 */
export function compileAlarms(product: MonitoredProduct, source: SignalSource): AlarmDefinition[] {
  const problems = SLO_RULES.filter((rule) => !rule.holds(product)).map((rule) => rule.problem(product));
  if (problems.length > 0) throw new ValidationError(`${source.domain}/${labelOf(product)}`, problems);
  return isWatched(product) ? SIGNALS.flatMap((signal) => signal(product, source)) : [];
}
