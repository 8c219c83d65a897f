import { checkMesh } from "../../src/synth";
import { CONTRACT, MESH, meshDir, ORDER_PLACED, type Files } from "../support/mesh-dir";

const TODAY = "2026-11-20";
const DOMAINS = 200;

const nameOf = (index: number): string => `domain-${String((index + DOMAINS) % DOMAINS).padStart(3, "0")}`;

/** A ring: every domain has one product, and reads its left neighbour's. */
function ring(): Files {
  const domains = Array.from({ length: DOMAINS }, (_, index): [string, string][] => {
    const folder = `domains/${nameOf(index)}`;
    const subscription = `{ product: ${nameOf(index - 1)}/order-placed, version: 1, purpose: reporting, until: 2027-06-30 }`;
    return [
      [
        `${folder}/domain.yaml`,
        `apiVersion: meshwright/v1\nkind: Domain\nname: ${nameOf(index)}\n` +
          `owner: { team: finance, email: team@example.com }\nsubscriptions:\n  - ${subscription}\n`,
      ],
      [
        `${folder}/products/order-placed/product.yaml`,
        ORDER_PLACED.replace("domain: analytics", `domain: ${nameOf(index + 1)}`),
      ],
      [`${folder}/products/order-placed/contract.odcs.yaml`, CONTRACT],
    ];
  });
  return { "mesh.yaml": MESH, ...Object.fromEntries(domains.flat()) };
}

test("a mesh without domains is checked, and nothing is wrong with it", () => {
  const { index, problems } = checkMesh(meshDir({ "mesh.yaml": MESH }), TODAY);

  expect(problems).toEqual([]);
  expect(index?.mesh.domains.size).toBe(0);
  expect(index?.accesses).toEqual([]);
});

test(`a mesh of ${DOMAINS} domains is checked, and each reads its neighbour's product`, () => {
  const { index, problems } = checkMesh(meshDir(ring()), TODAY);

  expect(problems).toEqual([]);
  expect(index?.mesh.domains.size).toBe(DOMAINS);
  expect(index?.mesh.ports.size).toBe(DOMAINS);
  expect(index?.accesses).toHaveLength(DOMAINS);
});

test("one mistake among many domains is the only thing that is found", () => {
  const files = ring();
  const file = `domains/${nameOf(137)}/domain.yaml`;
  const root = meshDir({ ...files, [file]: String(files[file]).replace("team: finance", "team: fniance") });

  const { findings } = checkMesh(root, TODAY);

  expect(findings.map(({ code, at, position }) => `${code} ${at.file}:${position.line}`)).toEqual([
    `OwnerMissing ${file}:4`,
  ]);
});
