import { AWS_RULES } from "../../../src/review/rules";
import { AWS_PLANNED } from "./aws-rows";
import { AWS_WRITTEN } from "./aws-rows/written";
import { change } from "../support/change";
import { rulesIn, saidOf } from "./rows/row";

const IDS = AWS_RULES.map(({ id }) => id);

/** AWS types that the stacks can deploy. */
const IN_USE = new Set(AWS_PLANNED.map(({ type }) => type));

/** Replaced without an argument that forces it: no plan of the engine has that. */
const NOT_PLANNED = /\/replaced$/;

describe("what the rules say of AWS in changes that the engine does not plan", () => {
  it.each(AWS_WRITTEN.map((row) => [`${row.change.type}: ${row.what}`, row] as const))("%s", (_, row) => {
    expect(saidOf(change(row.change))).toEqual(row.says);
  });
});

describe("the tables of rules about AWS", () => {
  it("give every rule an id of its own, which begins with its type", () => {
    expect(IDS.filter((id, at) => IDS.indexOf(id) !== at)).toEqual([]);
    expect(AWS_RULES.filter(({ id, types }) => !id.startsWith(`${types[0] ?? "none"}/`))).toEqual([]);
  });

  it("have a test for every rule", () => {
    const tried = rulesIn([...AWS_PLANNED, ...AWS_WRITTEN]);

    expect(IDS.filter((id) => !tried.has(id))).toEqual([]);
  });

  it("have a test with the real Terraform for every rule of a type in use", () => {
    const tried = rulesIn(AWS_PLANNED);
    const untried = AWS_RULES.filter(
      ({ id, types }) => types.some((type) => IN_USE.has(type)) && !tried.has(id),
    );

    expect(untried.map(({ id }) => id).filter((id) => !NOT_PLANNED.test(id))).toEqual([]);
  });

  it("name a source for every fact", () => {
    expect(AWS_RULES.filter(({ source }) => !source.includes("plan-review reference §"))).toEqual([]);
  });
});
