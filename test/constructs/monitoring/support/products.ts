import type { MeshEnvironment } from "../../../../constructs/environment";
import {
  compileAlarms,
  signalId,
  signalSource,
  type AlarmDefinition,
  type MonitoredProduct,
  type SignalSource,
} from "../../../../constructs/monitoring";
import { DEV, PROD } from "../../../support/fixtures";

/** A product with every port and every promise. */
export const ORDER_PLACED: MonitoredProduct = {
  product: "order-placed",
  major: 1,
  topic: { consumers: [{ domain: "analytics", app: "reader" }], deadLetter: true },
  bucket: true,
  schema: true,
  slo: { freshnessSeconds: 300, availabilityPercent: 99.9, completenessPercent: 99.5, lagSeconds: 120 },
};

/** Where the metrics of `orders` are. */
export function source(environment: MeshEnvironment = PROD, brokerCount?: number): SignalSource {
  return signalSource({ environment, domain: "orders", brokerCount });
}

export const DEV_SOURCE = source(DEV);

/** The metric alarms of a product by signal. */
export function alarmsOf(product: MonitoredProduct, from = source()): Record<string, AlarmDefinition> {
  return Object.fromEntries(compileAlarms(product, from).map((alarm) => [signalId(alarm.signal), alarm]));
}

/** One alarm, which must be there. */
export function alarmOf(signal: string, product = ORDER_PLACED, from = source()): AlarmDefinition {
  const alarm = alarmsOf(product, from)[signal];
  if (alarm === undefined) throw new Error(`no alarm '${signal}'`);
  return alarm;
}
