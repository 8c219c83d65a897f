import { compare, isServed, shareFor, type Access, type MeshIndex } from "../../mesh";
import { say, type AccessChange, type AccessReason, type MeshSide, type Text } from "../model";

/** Who may read what by the agreements of the mesh, and could not before, or the other way round; sorted. */
export function agreementChanges({ index: base }: MeshSide, { index: head }: MeshSide): AccessChange[] {
  const [before, after] = [accessesByKey(base), accessesByKey(head)];
  return [...new Set([...before.keys(), ...after.keys()])].sort(compare).flatMap((key): AccessChange[] => {
    const [was, is] = [before.get(key), after.get(key)];
    if (was !== undefined && is !== undefined)
      return was.until === is.until ? [] : [prolonged(was, is, head)];
    if (is !== undefined) return [gained(is, head)];
    return was === undefined ? [] : [lost(was, head)];
  });
}

const accessesByKey = ({ accesses }: MeshIndex): ReadonlyMap<string, Access> =>
  new Map(accesses.map((access) => [`${access.consumer}/${access.app} ${access.port}`, access]));

const appOf = ({ consumer, app }: Access): string => `${consumer}/${app}`;

const reasonOf = (access: Access): AccessReason => ({
  kind: "agreement",
  reader: appOf(access),
  port: access.port,
});

/** The share, or the list that it would be in; nowhere when the product is gone. */
function placeOf({ consumer, port }: Access, { mesh }: MeshIndex): Pick<AccessChange, "at"> {
  const product = mesh.ports.get(port);
  if (product === undefined) return {};
  const share = shareFor(product, consumer);
  return { at: { file: product.file, path: ["shares", ...(share === undefined ? [] : [share.index])] } };
}

const gained = (access: Access, head: MeshIndex): AccessChange => ({
  direction: "gained",
  system: "mesh",
  because: reasonOf(access),
  ...placeOf(access, head),
  sentence: say`${appOf(access)} may read ${access.port} until ${access.until}, for: ${access.purpose}`,
});

const prolonged = (was: Access, is: Access, head: MeshIndex): AccessChange => ({
  direction: "changed",
  system: "mesh",
  because: reasonOf(is),
  ...placeOf(is, head),
  sentence: say`${appOf(is)} may read ${is.port} until ${is.until} instead of ${was.until}`,
});

const lost = (access: Access, head: MeshIndex): AccessChange => ({
  direction: "lost",
  system: "mesh",
  because: reasonOf(access),
  ...placeOf(access, head),
  sentence: say`${appOf(access)} may no longer read ${access.port}: ${whyLost(access, head)}`,
});

function whyLost({ consumer, app, port }: Access, { mesh, subscriptions, today }: MeshIndex): Text {
  const product = mesh.ports.get(port);
  if (product === undefined) return ["the product is gone"];
  if (!isServed(product, today)) return say`the product is ${product.lifecycle}`;
  const share = shareFor(product, consumer);
  if (share === undefined) return ["it is no longer shared"];
  if (share.until < today) return say`the share ended on ${share.until}`;
  const asked = (subscriptions.get(port) ?? []).find(
    (each) => each.consumer === consumer && each.app === app,
  );
  return asked === undefined
    ? ["it is no longer subscribed to"]
    : say`the subscription ended on ${asked.until}`;
}
