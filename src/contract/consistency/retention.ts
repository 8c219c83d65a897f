import { nearest, type Problem } from "../../finding";
import { holdsVariable } from "../check/text";
import { DURATION_UNITS, durationSeconds } from "../duration";
import type { Contract, ContractSla } from "../model";
import type { ContractRule, ProductFacts } from "./facts";

/** How long a port keeps data. */
interface Kept {
  readonly port: "topic" | "bucket" | "schema";
  /** Infinity when nothing deletes it by age. */
  readonly seconds: number;
}

/** Ports by the physical type of the object that an SLA names as its element. */
const PORT_OF_TYPE: Readonly<Record<string, Kept["port"]>> = {
  topic: "topic",
  file: "bucket",
  table: "schema",
  view: "schema",
};

/**
 * What is promised is kept: by the port that the SLA's element names, or by any port when it names none. A regulatory
 * retention is also the longest that data may stay, in every port.
 */
export const retentionIsKept: ContractRule = (contract, product) =>
  contract.sla
    .filter((sla) => sla.property === "retention" && !holdsVariable(sla.value) && !holdsVariable(sla.unit))
    .flatMap((sla) => {
      const promised = durationSeconds(sla.value, sla.unit);
      if (promised === undefined) return [unreadable(contract, sla)];

      const ports = portsFor(contract, sla, keptBy(product));
      return [
        ...keptLongEnough(contract, sla, promised, ports),
        ...(sla.driver === "regulatory" ? keptTooLong(contract, sla, promised, ports) : []),
      ];
    });

/** Compaction drops what a later record replaced, never the latest by age. */
function keptBy({ topic, bucket, schema }: ProductFacts): Kept[] {
  const kept: Kept[] = [];
  if (topic !== undefined) {
    kept.push({ port: "topic", seconds: topic.cleanup === "compact" ? Infinity : topic.retentionSeconds });
  }
  if (bucket !== undefined) kept.push({ port: "bucket", seconds: bucket.retentionSeconds ?? Infinity });
  if (schema !== undefined) kept.push({ port: "schema", seconds: Infinity });
  return kept;
}

function portsFor(contract: Contract, { element }: ContractSla, kept: readonly Kept[]): readonly Kept[] {
  if (element === undefined) return kept;
  const names = element.split(",").map((each) => each.trim());
  const ports = contract.objects
    .filter(({ name }) => names.some((each) => each === name || each.startsWith(`${name}.`)))
    .map(({ physicalType = "" }) => PORT_OF_TYPE[physicalType]);
  return kept.filter(({ port }) => ports.includes(port));
}

function keptLongEnough(
  contract: Contract,
  sla: ContractSla,
  promised: number,
  ports: readonly Kept[],
): Problem[] {
  const longest = ports.reduce<Kept | undefined>(
    (best, each) => (best === undefined || each.seconds > best.seconds ? each : best),
    undefined,
  );
  if (longest === undefined || longest.seconds >= promised) return [];
  return [
    {
      code: "ContractRetentionShort",
      severity: "error",
      message: `the contract promises to keep data ${asDuration(promised)}, the ${longest.port} keeps it ${asDuration(longest.seconds)}`,
      value: written(sla),
      rule: "a port keeps data at least as long as the contract promises",
      fix: `set ports.${longest.port}.retention to ${asDuration(promised)}, or promise ${asDuration(longest.seconds)}`,
      at: valueOf(contract, sla),
    },
  ];
}

/** Tables are left out: nothing here deletes their rows. */
function keptTooLong(
  contract: Contract,
  sla: ContractSla,
  allowed: number,
  ports: readonly Kept[],
): Problem[] {
  return ports
    .filter(({ port, seconds }) => port !== "schema" && seconds > allowed)
    .map(({ port, seconds }) => ({
      code: "ContractRetentionLong",
      severity: "error",
      message:
        seconds === Infinity
          ? `the law lets data stay ${asDuration(allowed)}, the ${port} never deletes it`
          : `the law lets data stay ${asDuration(allowed)}, the ${port} keeps it ${asDuration(seconds)}`,
      value: written(sla),
      rule: "with driver: regulatory no port keeps data longer than the contract says",
      fix:
        port === "topic" && seconds === Infinity
          ? "set ports.topic.cleanup to delete, or to compact,delete"
          : `set ports.${port}.retention to ${asDuration(allowed)}`,
      at: valueOf(contract, sla),
    }));
}

function unreadable(contract: Contract, sla: ContractSla): Problem {
  const close = sla.unit === undefined ? undefined : nearest(sla.unit.toLowerCase(), DURATION_UNITS.keys());
  const { file, path } = valueOf(contract, sla);
  const onUnit = sla.unit !== undefined && !DURATION_UNITS.has(sla.unit.toLowerCase());
  return {
    code: "ContractValueInvalid",
    severity: "error",
    message: "the retention is no duration",
    value: written(sla),
    rule: "a number with a unit such as h, d, m for months, or y",
    fix: close !== undefined && onUnit ? `write unit: ${close}` : "write for example value: 7 and unit: d",
    at: { file, path: onUnit ? [...path.slice(0, -1), "unit"] : path },
  };
}

const valueOf = (contract: Contract, { index }: ContractSla) => ({
  file: contract.file,
  path: ["slaProperties", index, "value"],
});

const written = ({ value, unit }: ContractSla): string =>
  unit === undefined ? String(value) : `${value} ${unit}`;

/** As a manifest writes it: `7d`, `36h`. */
function asDuration(seconds: number): string {
  for (const [size, unit] of [
    [86_400, "d"],
    [3_600, "h"],
    [60, "m"],
  ] as const) {
    if (seconds % size === 0) return `${seconds / size}${unit}`;
  }
  return `${seconds}s`;
}
