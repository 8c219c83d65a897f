import type { AlarmDefinition } from "../alarm";
import type { MonitoredProduct } from "./monitored-product";
import type { SignalSource } from "./signal-source";

/** One thing to watch: which alarms it asks for, none where the product or the metrics lack what it needs. */
export type Signal = (product: MonitoredProduct, source: SignalSource) => AlarmDefinition[];
