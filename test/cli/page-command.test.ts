import { pageCommand } from "../../src/cli/review/page-command";
import type { ReviewOptions } from "../../src/cli/review/options";

const given = (over: Partial<ReviewOptions>): ReviewOptions => ({
  ...{ plan: [], format: "human", output: [], failOn: [], accept: [], parallelism: 2 },
  ...over,
});

test("what a user has said is said again, as a shell takes it", () => {
  const env = { npm_package_name: "my-mesh" };

  expect(pageCommand({ env }, given({}))).toBe("npx meshwright review --output review.html");
  expect(
    pageCommand(
      { env },
      given({
        base: "main",
        env: "prod",
        mesh: "it's here",
        plan: ["a=b.json", "c=d.json"],
        accept: ["loss:1"],
      }),
    ),
  ).toBe(
    "npx meshwright review --base main --plan a=b.json --plan c=d.json --accept loss:1 --mesh 'it'\\''s here' --env prod --output review.html",
  );
});

test("in this repository, where it is installed nowhere, npm runs it", () => {
  expect(pageCommand({ env: { npm_package_name: "meshwright" } }, given({ base: "HEAD~1" }))).toBe(
    "npm run --silent meshwright -- review --base HEAD~1 --output review.html",
  );
});
