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
    ["a line of YAML", `user: orders\n  db_password: ${PLANTED}\nhost: db`],
    ["a line of YAML in quotes", `- secret: "${PLANTED}"`],
    ["YAML in braces", `{user: orders, password: ${PLANTED}}`],
    ["the middle of a line", `log in as orders with password: ${PLANTED} and read`],
    ["JSON in a text", `run with {\\"password\\":\\"${PLANTED}\\"}`],
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

  it.each([`pa/${PLANTED}`, `pa@${PLANTED}/x`, `12/${PLANTED}`])(
    "is the whole password of a URL, such as %s, wherever else it stands",
    (password) => {
      const url = `postgres://orders:${password}@db.example:5432/orders?mail=a@b.example`;
      const { plan, secrets } = read(planOf(entry({ after: { url, also: password } })));

      expect(secrets.holds(password)).toBe(true);
      expect(asJson(plan)).not.toContain(PLANTED);
    },
  );

  it("is the whole of a line of YAML, blanks and all", () => {
    const { plan } = read(
      planOf(entry({ after: { text: "password: correct horse 12 # old", also: "correct horse 12" } })),
    );

    expect(asJson(plan)).not.toContain("horse");
  });

  it.each([
    ...["require_password=true", "token=none", "keep_secret=${var.x}", "smtp://user@host.example"],
    ...["https://db.example:8080/x?mail=a@b.example", "https://localhost:8080/@scope/name"],
    ...["rotate the token: ask the platform team", "password: required", "secret: ${var.secret}"],
    ...["token: arn:aws:secretsmanager:eu-central-1:1:secret:x", "access_token_ttl: 3600000"],
  ])("is not seen in %s", (text) => {
    expect(asJson(read(planOf(entry({ after: { text, more: "true" } }))).plan)).toContain(`"text":"${text}"`);
  });
});
