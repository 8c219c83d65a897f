import { readFileSync } from "node:fs";
import { settled, type World } from "../../../src/offline/world";

interface Instance {
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly sensitive_attributes?: readonly unknown[];
}

interface Resource {
  readonly type: string;
  readonly instances: readonly Instance[];
}

/** What a state knows, without what differs between any two states. */
export function knownBy(stateFile: string) {
  const { resources, outputs } = JSON.parse(readFileSync(stateFile, "utf8")) as {
    readonly resources: readonly Resource[];
    readonly outputs: object;
  };
  return {
    outputs,
    resources: resources.map(({ instances, ...resource }) => ({
      ...resource,
      instances: instances.map((instance) => comparable(resource.type, instance)),
    })),
  };
}

/** Terraform draws the ids of its own resources by lot, and writes the paths of what is sensitive in any order. */
function comparable(
  type: string,
  { attributes: { id, ...rest }, sensitive_attributes: paths = [], ...instance }: Instance,
) {
  return {
    ...instance,
    attributes: type === "terraform_data" ? rest : { id, ...rest },
    sensitive: paths.map((path) => JSON.stringify(path)).sort(),
  };
}

/** Every thing in a world, by type and identity, as text; who made it does not count. */
export function thingsIn(world: World): Map<string, string> {
  return new Map(
    world.list().map(({ type, identity, thing }) => [`${type} ${identity}`, inOrder(settled(thing))]),
  );
}

/** A value as JSON with the names in it in order. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_name, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

/** What is in one of two worlds only, or not the same in both, sorted. */
export function differences(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => before.get(key) !== after.get(key))
    .sort();
}
