import { sensitiveDataIsEncrypted } from "../../../src/contract/consistency/encryption";
import { classificationIsKnown } from "../../../src/contract/consistency/known-classification";
import { personalDataIsClassified } from "../../../src/contract/consistency/personal";
import { sensitiveDataStaysBelowRoot } from "../../../src/contract/consistency/sharing";
import { contractWith, environment, found, schema, topic } from "./support";

const classified = (classification: string) => contractWith([{ name: "email", classification }]);
const AT = "contract.odcs.yaml schema.0.properties.0.classification";

describe("a classification", () => {
  test("of the policy is fine, and so is none, and a variable", () => {
    expect(found(classificationIsKnown, classified("public"))).toEqual([]);
    expect(found(classificationIsKnown, classified("${CLASS}"))).toEqual([]);
    expect(found(classificationIsKnown, contractWith([{ name: "email" }]))).toEqual([]);
  });

  test("that the policy does not know is found, with the nearest", () => {
    expect(found(classificationIsKnown, classified("confidental"))).toEqual([
      `error ContractClassificationUnknown ${AT}: classification of 'orders.email' is not in the mesh's policy; write 'confidential'`,
    ]);
    expect(found(classificationIsKnown, classified("5"))).toEqual([
      `error ContractClassificationUnknown ${AT}: classification of 'orders.email' is not in the mesh's policy; choose one of them`,
    ]);
  });
});

describe("personal data", () => {
  const personal = (fields: Record<string, unknown>) =>
    contractWith([{ name: "email", tags: ["pii"], ...fields }]);

  test("of a classification made for it is fine", () => {
    expect(found(personalDataIsClassified, personal({ classification: "confidential" }))).toEqual([]);
    expect(
      found(personalDataIsClassified, contractWith([{ name: "email", classification: "public" }])),
    ).toEqual([]);
  });

  test("inherits the classification of what it is nested in", () => {
    const nested = (classification?: string) =>
      contractWith([
        { name: "note" },
        {
          name: "address",
          logicalType: "object",
          ...(classification && { classification }),
          properties: [{ name: "city", tags: ["personal"] }],
        },
      ]);

    expect(found(personalDataIsClassified, nested("restricted"))).toEqual([]);
    expect(found(personalDataIsClassified, nested())).toEqual([
      "error PiiUnprotected contract.odcs.yaml schema.0.properties.1.properties.0: " +
        "'orders.address.city' holds personal data and has no classification; set classification: confidential",
    ]);
  });

  test("without one, or with a lower one, is found", () => {
    expect(found(personalDataIsClassified, personal({}))).toEqual([
      "error PiiUnprotected contract.odcs.yaml schema.0.properties.0: " +
        "'orders.email' holds personal data and has no classification; set classification: confidential",
    ]);
    expect(found(personalDataIsClassified, personal({ classification: "internal" }))).toEqual([
      `error PiiUnprotected ${AT}: 'orders.email' holds personal data and is 'internal'; set classification: confidential`,
    ]);
  });

  test("of an unknown classification is left to the rule about those", () => {
    expect(found(personalDataIsClassified, personal({ classification: "secret" }))).toEqual([]);
  });
});

describe("the most sensitive data", () => {
  test("may be shared below the root of its domain, less sensitive data with everyone", () => {
    expect(found(sensitiveDataStaysBelowRoot, classified("restricted"), { sharedWith: ["users"] })).toEqual(
      [],
    );
    expect(
      found(sensitiveDataStaysBelowRoot, classified("confidential"), { sharedWith: ["analytics"] }),
    ).toEqual([]);
  });

  test("is not shared beyond, said once for each domain", () => {
    const of = contractWith([
      { name: "email", classification: "restricted" },
      { name: "card", classification: "restricted" },
    ]);

    expect(
      found(sensitiveDataStaysBelowRoot, of, { sharedWith: ["analytics", "users", "analytics"] }),
    ).toEqual([
      `error ClassificationSharing ${AT}: ` +
        "'orders.email' and 1 more is 'restricted' and shared with 'analytics', outside of 'commerce'; " +
        "take the field out of what is shared, in a product of its own, or the share with 'analytics'",
    ]);
  });

  test("may be shared beyond when the policy says so", () => {
    const policy = { sharedBeyondRoot: ["public", "internal", "confidential", "restricted"] };

    expect(
      found(sensitiveDataStaysBelowRoot, classified("restricted"), { sharedWith: ["analytics"] }, policy),
    ).toEqual([]);
  });
});

describe("sensitive data in a protected environment", () => {
  const open = { kafkaTls: false, postgresSslMode: "disable" };
  const ports = { ...topic(7), ...schema("orders") };

  test("travels encrypted", () => {
    expect(found(sensitiveDataIsEncrypted, classified("confidential"), ports)).toEqual([]);
    expect(
      found(sensitiveDataIsEncrypted, classified("confidential"), ports, {
        environments: [environment("prod", open)],
      }),
    ).toEqual([
      `error PiiUnprotected ${AT}: 'orders.email' is 'confidential', but connections to Kafka in 'prod' are not encrypted; ` +
        "set kafka.tls to true for 'prod' in mesh.yaml",
      `error PiiUnprotected ${AT}: 'orders.email' is 'confidential', but connections to Postgres in 'prod' are not encrypted; ` +
        "set postgres.sslMode to verify-full for 'prod' in mesh.yaml",
    ]);
  });

  test.each([
    ["data of a lower class", classified("internal"), ports, environment("prod", open)],
    ["an unprotected environment", classified("restricted"), ports, environment("dev", open)],
    ["a product without such ports", classified("restricted"), {}, environment("prod", open)],
    [
      "a mode that encrypts",
      classified("restricted"),
      schema("a"),
      environment("prod", { postgresSslMode: "require" }),
    ],
  ])("says nothing of %s", (_what, of, product, where) => {
    expect(found(sensitiveDataIsEncrypted, of, product, { environments: [where] })).toEqual([]);
  });
});
