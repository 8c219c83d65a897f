import { compare, type Product } from "../../mesh";
import type { MeshSide } from "../model";

/** The least part of their fields that two products have in common when one is the other under a new name. */
const ALIKE = 0.8;

/**
 * The product that one which goes has become, as far as their contracts tell: new, and with the same fields; of several
 * the most alike, one of the same domain first. Nothing else tells: a name is part of every topic, folder and schema.
 */
export function renamedTo(gone: Product, base: MeshSide, head: MeshSide): Product | undefined {
  const before = fieldsOf(gone);
  const [best] = [...head.index.mesh.ports.values()]
    .filter(({ key }) => !base.index.mesh.ports.has(key))
    .map((product) => ({ product, likeness: likeness(before, fieldsOf(product)) }))
    .filter((each) => each.likeness >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness || byNearness(gone, a.product, b.product));
  return best?.product;
}

function byNearness({ domain }: Product, a: Product, b: Product): number {
  return Number(b.domain === domain) - Number(a.domain === domain) || compare(a.key, b.key);
}

/** Fields with what they are, whatever their object is called: that often has the product's name. */
function fieldsOf({ contract }: Product): ReadonlySet<string> {
  const fields = (contract?.objects ?? []).flatMap((object) => object.fields);
  return new Set(fields.map(({ path, logicalType = "" }) => `${path} ${logicalType}`));
}

/** From 0 to 1: what both have, as a part of what either has. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((each) => b.has(each)).length;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}
