import fc from "fast-check";
import { attributeDiffs } from "../../../src/review/diff";
import { hasNoChange, PlanFileError, readPlan, type ReadPlan } from "../../../src/review/plan";
import { mutated, mutations } from "./support/mutations";
import { asJson, bytesOf, PLANS, planText, textsIn } from "./support/plans";

const PLANTED = 'pl4nted/Secret+9f1c"<ß>';

/** Where copies are planted; the original is under `password` in the same resource. */
const COPIES: Readonly<Record<string, unknown>> = {
  copy: PLANTED,
  url: `postgres://u:${encodeURIComponent(PLANTED)}@h/db`,
  document: JSON.stringify({ nested: JSON.stringify({ value: PLANTED }) }),
  header: `Basic ${Buffer.from(`user:${PLANTED}`).toString("base64")}`,
  list: ["a", `x${PLANTED}x`, null],
  map: { [`key ${PLANTED}`]: 1 },
};

interface PlanDocument {
  resource_changes?: { change: { before: unknown; after: unknown } }[];
  [key: string]: unknown;
}

const documents = PLANS.map((name) => JSON.parse(planText(name)) as PlanDocument);

/** The same plan with a secret in each resource and in what else it says. */
const planted = documents.map((document) => {
  const copy = structuredClone(document);
  for (const { change } of copy.resource_changes ?? []) {
    for (const side of ["before", "after"] as const) {
      if (typeof change[side] === "object" && change[side] !== null) Object.assign(change[side], COPIES);
    }
  }
  const marked = {
    address: "x.planted",
    type: "x",
    name: "planted",
    change: { actions: ["create"], after: { password: PLANTED } },
  };
  copy.resource_changes?.push(marked as never);
  return copy;
});

const anyOf = (from: readonly PlanDocument[]) => fc.nat(from.length - 1).map((at) => from[at] ?? {});

/** A plan, or nothing when it was refused; any other error fails the test. */
function readOrRefused(document: unknown): ReadPlan | undefined {
  try {
    return readPlan(bytesOf(JSON.stringify(document) ?? ""), { stack: "orders" });
  } catch (error) {
    if (error instanceof PlanFileError) return undefined;
    throw error;
  }
}

/** True while the original is where a name hides it: mutations may have taken the secret's only mark away. */
const isStillMarked = (value: unknown): boolean => {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(
    ([key, part]) => (key === "password" && part === PLANTED) || isStillMarked(part),
  );
};

const holdsPlanted = (texts: readonly string[]): boolean =>
  texts.some((text) =>
    [PLANTED, encodeURIComponent(PLANTED), JSON.stringify(PLANTED).slice(1, -1), "pl4nted/Secret"].some(
      (form) => text.includes(form),
    ),
  );

describe("a plan that something happened to", () => {
  it("is read or refused, never a crash, and its diffs can be told", () => {
    fc.assert(
      fc.property(anyOf(documents), mutations, (document, changes) => {
        for (const change of readOrRefused(mutated(document, changes))?.plan.changes ?? [])
          attributeDiffs(change);
      }),
      { numRuns: 400 },
    );
  });

  it("never tells a secret", () => {
    fc.assert(
      fc.property(anyOf(planted), mutations, (document, changes) => {
        const mutant = mutated(document, changes);
        const read = readOrRefused(mutant);
        if (read === undefined || !isStillMarked(changesIn(JSON.parse(JSON.stringify(mutant)) as object)))
          return;

        const diffs = read.plan.changes.map((change) => attributeDiffs(change));
        expect(holdsPlanted(textsIn([read.plan, diffs]))).toBe(false);
        expect(holdsPlanted([asJson(read), asJson(diffs)])).toBe(false);
        expect(read.secrets.holds(asJson(read.plan))).toBe(false);
        expect(read.secrets.holds(PLANTED)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("never reads as no change when Terraform would do something or stopped half-way", () => {
    const flags = fc.constantFrom({ applyable: true }, { errored: true }, { applyable: true, errored: true });
    fc.assert(
      fc.property(anyOf(documents), mutations, flags, (document, changes, flag) => {
        const read = readOrRefused({ ...mutated(document, changes), ...flag });

        expect(read !== undefined && hasNoChange(read.plan)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it("lists as many changes as before, unless the list itself was touched", () => {
    fc.assert(
      fc.property(anyOf(documents), mutations, (document, changes) => {
        const mutant = mutated(document, changes);
        if (!Array.isArray(mutant.resource_changes)) return;

        expect(readOrRefused(mutant)?.plan.changes.length ?? mutant.resource_changes.length).toBe(
          mutant.resource_changes.length,
        );
      }),
      { numRuns: 200 },
    );
  });
});

/** Entries that are read as resource changes, with whatever hides by name still in its place. */
function changesIn(document: object): unknown {
  const entries = [(document as PlanDocument).resource_changes].flat() as {
    change?: { before?: unknown; after?: unknown };
  }[];
  return entries.map((entry) => [entry?.change?.before, entry?.change?.after]);
}

describe("a file of any bytes", () => {
  it("is read or refused", () => {
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc.string().map((body) => `{"format_version":"1.2","resource_changes":${body}}`),
    );
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), text.map(bytesOf)), (bytes) => {
        try {
          readPlan(bytes, { stack: "orders" });
        } catch (error) {
          expect(error).toBeInstanceOf(PlanFileError);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("is read or refused when single bytes of a plan differ", () => {
    const bytes = bytesOf(planText("terraform-1.12.json"));
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, byte) => {
        const broken = Uint8Array.from(bytes);
        broken[at] = byte;
        try {
          readPlan(broken, { stack: "orders" });
        } catch (error) {
          expect(error).toBeInstanceOf(PlanFileError);
        }
      }),
      { numRuns: 300 },
    );
  });
});
