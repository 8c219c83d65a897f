import { join } from "node:path";
import { makeStacks } from "../../../src/preview/documents";
import { plannedElsewhere } from "../../../src/preview/planned-elsewhere";
import { readHead } from "../../../src/preview/side";
import { plain } from "../../../src/review/model";
import { changed, PRODUCT } from "../../cli/support/files";
import { meshDir, validMesh, type Files } from "../../support/mesh-dir";

type Resources = Record<string, Record<string, Record<string, unknown>>>;

const sideOf = (files: Files = {}) =>
  readHead(meshDir({ ...validMesh(), ...files }), "2026-06-15", undefined);

/** A plan that makes what these manifests declare. */
function planOf(stack: string, files: Files = {}): () => Buffer {
  const { documents } = makeStacks(new Set([stack]), sideOf(files).plans, join(meshDir({}), "made"));
  const { resource } = JSON.parse(documents.get(stack)?.text ?? "") as { readonly resource: Resources };
  const resources = Object.entries(resource).flatMap(([type, named]) =>
    Object.entries(named).map(
      ([name, { lifecycle: _kept, depends_on: _order, "//": _note, ...attributes }]) => {
        const constants = Object.entries(attributes).map(([key, value]) => [key, { constant_value: value }]);
        const expressions = Object.fromEntries(constants) as object;
        return { address: `${type}.${name}`, mode: "managed", type, name, expressions };
      },
    ),
  );
  const change = { actions: ["create"], before: null, after: {}, after_unknown: {} };
  const changes = resources.map(({ expressions: _made, ...resource }) => ({ ...resource, change }));
  const configuration = { root_module: { resources } };
  return () =>
    Buffer.from(JSON.stringify({ format_version: "1.2", resource_changes: changes, configuration }));
}

const gapsOf = (plans: Parameters<typeof plannedElsewhere>[0], files: Files = {}): string[] =>
  plannedElsewhere(plans, { head: sideOf(files) }).gaps.map(({ sentence }) => plain(sentence));

const SHORTER = changed(PRODUCT, "retention: 7d", "retention: 3d");

test("a plan is known to be made from the manifests of the head, or from others", () => {
  const plans = new Map([["orders", planOf("orders")]]);

  expect(gapsOf(plans)).toEqual([]);
  expect(gapsOf(plans, SHORTER)).toEqual([
    expect.stringMatching(
      /^the plan of `orders` was made from other manifests or constructs than these: `\w+\.[\w-]+`.* declared otherwise; synthesise and plan again$/,
    ),
  ]);
});

test("several plans from other manifests are told together", () => {
  const other = planOf("platform");
  const unsealed = () => Buffer.from(other().toString().replace('"dev/platform"', "null"));
  const plans = new Map([
    ["orders", planOf("orders", SHORTER)],
    ["platform", unsealed],
  ]);

  expect(gapsOf(plans).at(-1)).toMatch(
    /^the plans of `orders` and `platform` were made from other manifests or constructs than these: in `orders`, `/,
  );
});
