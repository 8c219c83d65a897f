import type { Rule } from "../../validation";
import { MIN_OBJECTIVE_PERCENT } from "./burn-rate";
import type { MonitoredProduct, ServiceLevel } from "./monitored-product";
import { labelOf } from "./monitored-product";
import { MAX_WINDOW } from "./windows";

const MINUTE = 60;
const DAY = 86_400;

interface Bounds {
  readonly key: keyof ServiceLevel;
  readonly accepts: (value: number) => boolean;
  readonly allowed: string;
  readonly fix: string;
}

const BOUNDS: readonly Bounds[] = [
  {
    key: "freshnessSeconds",
    accepts: (value) => value >= MINUTE && value <= MAX_WINDOW,
    allowed: `${MINUTE} to ${MAX_WINDOW} seconds, how far an alarm of CloudWatch looks back`,
    fix: "choose another freshness, or leave it out",
  },
  {
    key: "availabilityPercent",
    accepts: (value) => value >= MIN_OBJECTIVE_PERCENT && value < 100,
    allowed: `at least ${MIN_OBJECTIVE_PERCENT}, else not even an outage burns fast enough to page, and below 100`,
    fix: "choose another availability, or leave it out",
  },
  {
    key: "completenessPercent",
    accepts: (value) => value > 0 && value < 100,
    allowed: "above 0 and below 100",
    fix: "choose another completeness, or leave it out",
  },
  {
    key: "lagSeconds",
    accepts: (value) => value >= 1 && value <= DAY,
    allowed: `1 to ${DAY} seconds`,
    fix: "choose another lag, or leave it out",
  },
];

/** An SLO that no alarm can hold: 0, 100 and more, or a window that CloudWatch cannot look at. */
export const SLO_RULES: readonly Rule<MonitoredProduct>[] = BOUNDS.map(({ key, accepts, allowed, fix }) => ({
  holds: ({ slo }) => {
    const value = slo[key];
    return value === undefined || accepts(value);
  },
  problem: (product) =>
    `SloInvalid: ${labelOf(product)} ${key} must be ${allowed}, got ${String(product.slo[key])}; ${fix}`,
}));
