import { change } from "../support/change";
import { saidOf } from "./rows/row";
import { WRITTEN } from "./rows/written";

describe("what the rules say of changes that the engine does not plan", () => {
  it.each(WRITTEN.map((row) => [`${row.change.type}: ${row.what}`, row] as const))("%s", (_, row) => {
    expect(saidOf(change(row.change))).toEqual(row.says);
  });
});
