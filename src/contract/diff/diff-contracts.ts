import type { Contract, ContractObject, ContractSla } from "../model";
import {
  CONTRACT_CHANGES,
  type Change,
  type Compatibility,
  type ContractChange,
  type ContractChangeKind,
} from "./change";
import { compareFields, keyOf } from "./fields";
import { match } from "./match";
import { compareSla, slaText } from "./sla";

/** What the comparison has to be told. */
export interface DiffOptions {
  /** Least sensitive first. @default {@link DIFF_CLASSIFICATIONS} */
  readonly classifications?: readonly string[];
  /** Other weights for some kinds of change. @default - {@link CONTRACT_CHANGES} */
  readonly weights?: Partial<Readonly<Record<ContractChangeKind, Compatibility>>>;
}

/** The mesh's own default, least sensitive first. */
export const DIFF_CLASSIFICATIONS: readonly string[] = ["public", "internal", "confidential", "restricted"];

/** Everything that changed for the readers of a contract, weighed; in the order of the contract, pure. */
export function diffContracts(
  before: Contract,
  after: Contract,
  options: DiffOptions = {},
): ContractChange[] {
  const { classifications = DIFF_CLASSIFICATIONS, weights = {} } = options;
  return [
    ...statusChanges(before, after),
    ...objectChanges(before, after, classifications),
    ...slaChanges(before.sla, after.sla),
  ].map((change) => ({ ...change, compatibility: weights[change.kind] ?? CONTRACT_CHANGES[change.kind] }));
}

function statusChanges(before: Contract, after: Contract): Change[] {
  if (before.status === after.status) return [];
  return [{ kind: "statusChanged", before: before.status, after: after.status }];
}

function objectChanges(before: Contract, after: Contract, classifications: readonly string[]): Change[] {
  const { same, removed, added } = match(before.objects, after.objects, (object) => ({
    label: object.name,
    physical: object.physicalName ?? object.name,
    type: object.physicalType ?? "",
  }));
  return [
    ...removed.map(({ name }): Change => ({ kind: "objectRemoved", object: name })),
    ...added.map(({ name }): Change => ({ kind: "objectAdded", object: name })),
    ...same.flatMap(([was, is]) => [
      ...objectNameChange(was, is),
      ...compareFields(was, is, classifications),
      ...keyChange(was, is),
    ]),
  ];
}

function objectNameChange(was: ContractObject, is: ContractObject): Change[] {
  const changes: Change[] = [];
  const [formerly, now] = [was.physicalName ?? was.name, is.physicalName ?? is.name];
  if (formerly !== now)
    changes.push({ kind: "objectRenamed", object: is.name, before: formerly, after: now });
  else if (was.name !== is.name) {
    changes.push({ kind: "objectRelabelled", object: is.name, before: was.name, after: is.name });
  }
  if (was.physicalType !== is.physicalType) {
    changes.push({ kind: "retyped", object: is.name, before: was.physicalType, after: is.physicalType });
  }
  if (was.description !== is.description) {
    changes.push({
      kind: "descriptionChanged",
      object: is.name,
      before: was.description,
      after: is.description,
    });
  }
  return changes;
}

function keyChange(was: ContractObject, is: ContractObject): Change[] {
  const [before, after] = [keyOf(was, is), keyOf(is, is)];
  return before === after ? [] : [{ kind: "keyChanged", object: is.name, before, after }];
}

function slaChanges(before: readonly ContractSla[], after: readonly ContractSla[]): Change[] {
  const was = new Map(before.map((sla) => [slaKey(sla), sla]));
  const is = new Map(after.map((sla) => [slaKey(sla), sla]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key): Change[] => {
    const [old, now] = [was.get(key), is.get(key)];
    const kind = compareSla(old, now);
    if (kind === undefined) return [];
    const sla = (now ?? old)?.property;
    return [{ kind, sla, before: old && slaText(old), after: now && slaText(now) }];
  });
}

const slaKey = ({ property, element = "", driver = "" }: ContractSla): string =>
  JSON.stringify([property, element, driver]);
