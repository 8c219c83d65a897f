import { DomainSchema, type DomainSchemaProps } from "../../../constructs/schema";
import { variableSecret } from "../../../constructs/secret";
import { DEV, PROD } from "../../support/fixtures";
import { testStack } from "../../support/template";

const PORT = { product: "order-placed", major: 1 };
const PROPS: DomainSchemaProps = {
  environment: PROD,
  domain: "orders",
  ports: [PORT],
  apps: [
    { app: "order-placed", writes: true },
    { app: "report", writes: false },
  ],
};

const problemsOf = (props: Partial<DomainSchemaProps>): string[] => {
  try {
    new DomainSchema(testStack(), "Schema", { ...PROPS, ...props });
    return [];
  } catch (error) {
    return [...(error as { problems: string[] }).problems];
  }
};

describe("props that are refused", () => {
  test("all problems are reported at once", () => {
    const problems = problemsOf({
      domain: 'x"; DROP SCHEMA y',
      ports: [PORT, PORT, { product: "order_placed", major: 0 }],
      apps: [
        { app: "report", writes: true, connectionLimit: 0 },
        { app: "report", writes: true, statementTimeoutMs: -1 },
      ],
      allowDestroy: true,
    });

    expect(problems).toEqual([
      "domain 'x\\\"; DROP SCHEMA y' must be lower-case words of letters and digits joined by single hyphens, starting " +
        "with a letter; product 'order_placed' must be lower-case words of letters and digits joined by single " +
        "hyphens, starting with a letter; major version must be a whole number from 1 to 99, got 0",
      "Duplicate: ports order-placed.v1 are declared twice; declare each once",
      "Duplicate: apps report are declared twice; declare each once",
      "connectionLimit must be a whole number from 1, got 'report' 0; leave it out for the default",
      "statementTimeoutMs must be a whole number from 0, got 'report' -1; leave it out for the default",
      "retain and allowDestroy are both true; set retain to false to let the schemas go with their tables, " +
        "or leave allowDestroy out",
    ]);
  });

  test("a password where there is IAM, and none where there is not", () => {
    expect(problemsOf({ migratorSecret: variableSecret("migrator") })).toEqual([
      "the migrator must not have a secret, since authentication is 'iam'; leave it out",
    ]);
    expect(problemsOf({ environment: DEV })).toEqual([
      "app 'order-placed', app 'report', the migrator need a secret, since authentication is 'password'; " +
        "give a reference to where the password is kept",
    ]);
  });

  test("IAM without the resource id of the server", () => {
    const environment = { ...PROD, postgres: { ...PROD.postgres, resourceId: undefined } };

    expect(problemsOf({ environment })).toEqual([
      "authentication is 'iam' but the server has no resourceId; give that of the RDS instance or cluster, " +
        "or use 'password'",
    ]);
  });
});
