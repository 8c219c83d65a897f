import type { MeshManifest } from "../../src/manifest";
import { found, lines } from "./check";

type Weight = NonNullable<NonNullable<MeshManifest["policy"]>["contractChanges"]>[number];

const weight = (over: Partial<Weight> = {}): Weight => ({
  ...{ change: "enumWidened", counts: "minor", reason: "readers know", until: "2027-01-01" },
  ...over,
});

const problems = (...contractChanges: readonly Weight[]) =>
  lines(found("ContractWeightUnused", { mesh: { policy: { contractChanges: [...contractChanges] } } }));

test("a weight that counts is left alone, until its last day", () => {
  expect(problems(weight(), weight({ change: "fieldRemoved" }))).toEqual([]);
});

test.each([
  ["ended", [weight({ until: "2026-12-31" })], "0.until", "ended on 2026-12-31"],
  [
    "a second one",
    [weight(), weight({ counts: "none" })],
    "1.change",
    "is there already, and the first one counts",
  ],
  ["no other than usual", [weight({ counts: "major" })], "0.counts", "says what holds anyway: major"],
])("one that is %s is found", (_, weights, place, words) => {
  expect(problems(...weights)).toEqual([
    `mesh.yaml policy.contractChanges.${place}: the weight of the contract change 'enumWidened' ${words}`,
  ]);
});

test("one that follows one that ended counts", () => {
  expect(problems(weight({ until: "2026-12-31" }), weight())).toHaveLength(1);
});
