import { COMPATIBILITIES, CONTRACT_CHANGE_KINDS } from "../../src/manifest";
import { CONTRACT_CHANGES } from "../../src/contract";
import { MESH, ORDERS } from "../support/mesh-dir";
import { findingsIn, headline } from "./support";

const DOMAIN = "domains/orders/domain.yaml";
const PLAN = '{ plan: "loss:0123456789abcdef", reason: moved to v2, until: 2027-06-30 }';
const LOSS = "{ change: PortRemoved, product: order-placed.v1, reason: moved to v2, until: 2027-06-30 }";

const inDomain = (entry: string) => findingsIn({ [DOMAIN]: `${ORDERS}acknowledgements:\n  - ${entry}\n` });
const inMesh = (text: string) => findingsIn({ "mesh.yaml": `${MESH}${text}\n` });

test("a domain accepts a loss of a released product, or all losses of a plan", () => {
  expect(inDomain(PLAN)).toEqual([]);
  expect(inDomain(`${LOSS}\n  - ${PLAN}`)).toEqual([]);
  expect(inDomain(PLAN.replace("loss:", "breaks:"))).toEqual([]);
});

test.each([
  [
    PLAN.replace("loss:", "sha:"),
    "8:13 ValueInvalid",
    "acknowledgements[0].plan is 'sha:0123456789abcdef', which does not have the right form",
    'write it like "loss:0123456789abcdef"',
  ],
  [
    PLAN.replace("reason: moved to v2, ", ""),
    "8:5 MissingField",
    "acknowledgements[0] has no 'reason'",
    "add reason",
  ],
  [
    PLAN.replace("until", "unti"),
    "8:59 UnknownField",
    "'unti' is not a field of acknowledgements[0]",
    "write until",
  ],
  [
    LOSS.replace("PortRemoved", "PortRemove"),
    "8:15 ValueInvalid",
    "acknowledgements[0].change is 'PortRemove'",
    "write PortRemoved",
  ],
  [
    LOSS.replace("product: order-placed.v1, ", ""),
    "8:5 MissingField",
    "acknowledgements[0] has no 'product'",
    "add product",
  ],
])("of the two forms the one that is meant is explained: %s", (entry, at, message, fix) => {
  const found = inDomain(entry).find((finding) => headline(finding) === `${DOMAIN}:${at}`);

  expect(found ?? inDomain(entry).map(headline)).toMatchObject({ message, fix });
});

test.each(['"…"', "...", '"- ?"'])("a reason has to be written: %s is none", (reason) => {
  for (const entry of [PLAN, LOSS]) {
    expect(inDomain(entry.replace("moved to v2", reason))).toMatchObject([
      {
        code: "ValueInvalid",
        message: `acknowledgements[0].reason is '${reason.replaceAll('"', "")}', which only holds the place of the reason`,
        fix: "write the reason",
      },
    ]);
  }
});

test("a reason may start or end with dots, and be in any writing", () => {
  for (const reason of ["…and so on", "moved.", "移行済み"]) {
    expect(inDomain(PLAN.replace("moved to v2", `"${reason}"`))).toEqual([]);
  }
});

test("what is unknown in both forms is told with the fields of both", () => {
  expect(inDomain(PLAN.replace("{ ", "{ hash: x, "))[0]?.rule).toBe(
    "fields: change, product, reason, until, plan",
  );
});

test("the platform accepts plans, and nothing by product", () => {
  expect(inMesh(`acknowledgements:\n  - ${PLAN}`)).toEqual([]);
  expect(inMesh(`acknowledgements:\n  - ${LOSS}`).map(({ code }) => code)).toContain("UnknownField");
});

describe("weights of contract changes", () => {
  const weight = (change: string, counts = "none") =>
    `policy:\n  contractChanges:\n    - { change: ${change}, counts: ${counts}, reason: agreed, until: 2027-06-30 }`;

  test("know every kind of change, and are of the words a contract's comparison uses", () => {
    expect(inMesh(weight("enumWidened", "minor"))).toEqual([]);
    expect([...CONTRACT_CHANGE_KINDS].sort()).toEqual(Object.keys(CONTRACT_CHANGES).sort());
    expect(COMPATIBILITIES).toEqual(expect.arrayContaining([...new Set(Object.values(CONTRACT_CHANGES))]));
  });

  test("name a misspelt kind and its nearest", () => {
    expect(inMesh(weight("enumWiden"))).toMatchObject([
      {
        code: "ValueInvalid",
        message: "policy.contractChanges[0].change is 'enumWiden'",
        fix: "write enumWidened",
      },
    ]);
  });
});
