import { asJson, entry, planOf, read } from "./support/plans";

const PLANTED = "Zq9-planted-secret-xY7w";

const told = (plan: object): string => {
  const { plan: shown, secrets } = read(plan);
  expect(secrets.holds(PLANTED)).toBe(true);
  return asJson(shown);
};

const URL_WITH_PASSWORD = `postgres://orders:${PLANTED}@db.example/orders`;

describe("a secret that nothing marks", () => {
  it.each([
    ["a URL", URL_WITH_PASSWORD],
    ["a URL with nothing but a token", `https://${PLANTED}@git.example/x`],
    ["a line of a script", `#!/bin/sh\nexport DB_PASSWORD=${PLANTED}\n`],
    ["a variable of Postgres", `PGPASSWORD=${PLANTED} psql`],
    ["a flag of a command", `client --user x --password=${PLANTED}`],
    ["a flag and its value", `client --user x --password ${PLANTED}`],
    ["a connection string", `AccountName=orders;AccountKey=${PLANTED};Suffix=x`],
    ["a header", `Authorization: Bearer ${PLANTED}`],
    ["JSON", JSON.stringify({ a: [{ db_password: PLANTED }] })],
    ["JSON inside JSON", JSON.stringify({ a: JSON.stringify({ password: PLANTED }) })],
  ])("is found in %s", (_, text) => {
    expect(told(planOf(entry({ after: { text } })))).not.toContain(PLANTED);
  });

  it("is found beside the name it has in a list of variables", () => {
    const environment = [
      { name: "DB_PASSWORD", value: PLANTED },
      { name: "LEVEL", value: "debug-level" },
    ];
    const shown = told(planOf(entry({ after: { environment } })));

    expect(shown).not.toContain(PLANTED);
    expect(shown).toContain("debug-level");
  });

  it.each([
    ["an address", planOf(entry({}, { address: `kafka_topic.it["${URL_WITH_PASSWORD}"]` }))],
    ["a former address", planOf(entry({}, { previous_address: `kafka_topic.it["${URL_WITH_PASSWORD}"]` }))],
    ["an index", planOf(entry({}, { index: URL_WITH_PASSWORD }))],
    ["an import", planOf(entry({ actions: ["no-op"], importing: { id: URL_WITH_PASSWORD } }))],
    [
      "a check",
      {
        ...planOf(),
        checks: [{ status: "fail", instances: [{ problems: [{ message: `no ${URL_WITH_PASSWORD}` }] }] }],
      },
    ],
  ])("is found in %s", (_, plan) => {
    expect(told(plan)).not.toContain(PLANTED);
  });

  it.each(["require_password=true", "token=none", "keep_secret=${var.x}", "smtp://user@host.example"])(
    "is not seen in %s",
    (text) => {
      expect(asJson(read(planOf(entry({ after: { text, more: "true" } }))).plan)).toContain(
        `"text":"${text}"`,
      );
    },
  );
});
