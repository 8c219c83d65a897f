import { join } from "node:path";
import { StackComparison } from "../../../src/preview/compare-stacks";
import { change } from "../../review/support/change";
import { plan } from "../../review/support/input";
import { meshDir } from "../../support/mesh-dir";
import { sideOf, type Content } from "../support/sides";

const data = (named: Readonly<Record<string, object>>): Content => ({ terraform_data: named });
const FREE = { input: "a" };
const KEPT = { ...FREE, lifecycle: { prevent_destroy: true } };

const BASE = sideOf({
  same: data({ it: KEPT }),
  unprotects: data({ same: KEPT, changed: KEPT, gone: KEPT, still: KEPT, before: KEPT }),
  ignores: data({ it: { ...FREE, lifecycle: { prevent_destroy: true, ignore_changes: ["input"] } } }),
  protects: data({ it: FREE }),
  goes: data({ it: KEPT }),
});
const HEAD = sideOf({
  same: data({ it: KEPT }),
  unprotects: data({ same: FREE, changed: { input: "b" }, still: KEPT, after: FREE }),
  ignores: data({ it: { ...FREE, lifecycle: { ignore_changes: ["input"] } } }),
  protects: data({ it: KEPT }),
});

const compared = (base: typeof BASE | undefined, also: readonly string[] = []) =>
  new StackComparison({ head: HEAD, base }, { folder: join(meshDir({}), "stacks"), also });

test("what may be destroyed now and was protected before is known, under its new address", () => {
  const changes = [
    change({
      ...{ type: "terraform_data", name: "after", action: "no-op" },
      ...{ before: FREE, after: FREE, previousAddress: "terraform_data.before" },
    }),
  ];

  const comparison = compared(BASE);

  const unprotected = ["same", "ignores", "protects", "goes"].map((stack) => [
    ...(comparison.factsOf(stack).unprotected ?? []),
  ]);
  expect(unprotected).toEqual([[], ["terraform_data.it"], [], []]);
  expect(comparison.factsOf("unprotects", plan({ changes })).unprotected).toEqual(
    new Set(["terraform_data.same", "terraform_data.changed", "terraform_data.after"]),
  );
});

test("stacks of which nothing but the protection differs, differ", () => {
  expect(compared(BASE).changed.map(({ stack }) => stack)).toEqual([
    ...["unprotects", "ignores", "protects", "goes"],
  ]);
});

test("nothing differs from what is not known, and what is asked for is made all the same", () => {
  const comparison = compared(undefined, ["protects", "nowhere"]);

  expect(comparison.changed).toEqual([]);
  expect(comparison.names).toEqual(["same", "unprotects", "ignores", "protects"]);
  expect(comparison.factsOf("protects").constructs.size).toBe(1);
  expect(comparison.factsOf("same").constructs.size).toBe(0);
});
