import { checkContract, contractRules } from "../../../src/contract";
import { identityIsTheProducts } from "../../../src/contract/consistency/identity";
import { majorsAreEqual } from "../../../src/contract/consistency/version";
import { contract, found, meshFacts, productFacts, topic } from "./support";

describe("versions of contract and product", () => {
  test.each(["1.0.0", "v1.9", "1", "${VERSION}"])("%s belongs to product version 1.2.0", (version) => {
    expect(found(majorsAreEqual, contract({ version }))).toEqual([]);
  });

  test.each([
    ["2.0.0", "the contract is of major version 2, the product of 1"],
    ["10.0.0", "the contract is of major version 10, the product of 1"],
    ["latest", "the contract's version has no major version"],
  ])("%s does not", (version, message) => {
    expect(found(majorsAreEqual, contract({ version }))).toEqual([
      `error ContractVersionMismatch contract.odcs.yaml version: ${message}; ` +
        "write version: 1.2.0, or make the new major a product of its own",
    ]);
  });
});

describe("what a contract says about itself", () => {
  test.each([
    [{ status: "Active", domain: "orders", id: "orders.order-placed.v1" }, {}],
    [
      { status: "proposed", domain: "commerce/orders", id: "53581432-6c55-4ba2-a65f-72344a91553a" },
      { lifecycle: "draft" as const },
    ],
    [{ status: "${STATUS}", domain: "${DOMAIN}", id: "anything" }, {}],
  ])("%j is what the product says", (data, product) => {
    expect(found(identityIsTheProducts, contract(data), product)).toEqual([]);
  });

  test("differs with a warning", () => {
    const of = contract({ status: "draft", domain: "users", id: "orders.order-paid.v1" });

    expect(found(identityIsTheProducts, of, { lifecycle: "deprecated" })).toEqual([
      "warning ContractStatusMismatch contract.odcs.yaml status: the contract is 'draft', the product is 'deprecated'; " +
        "write status: deprecated",
      "warning ContractDomainMismatch contract.odcs.yaml domain: " +
        "the contract names domain 'users', the product is of 'orders'; write domain: orders",
      "warning ContractIdMismatch contract.odcs.yaml id: the contract's id is that of another product; " +
        "write id: orders.order-placed.v1",
    ]);
  });
});

describe("all rules together", () => {
  test("find everything at once", () => {
    const of = contract({
      version: "2.0.0",
      status: "draft",
      schema: [
        {
          name: "event",
          physicalName: "orders",
          properties: [
            { name: "email", tags: ["pii"] },
            { name: "card", classification: "secret" },
          ],
        },
      ],
      slaProperties: [{ property: "retention", value: 1, unit: "y", driver: "regulatory" }],
      servers: [{ server: "lake", type: "s3", location: "s3://a/b" }],
    });

    const problems = checkContract(of, productFacts(topic(7, "compact,delete")), meshFacts());

    expect(problems.map(({ code }) => code)).toEqual([
      "ContractRetentionShort",
      "ContractKeyMissing",
      "ContractClassificationUnknown",
      "PiiUnprotected",
      "ContractServerMismatch",
      "ContractServerMismatch",
      "ContractVersionMismatch",
      "ContractStatusMismatch",
    ]);
    expect(contractRules).toHaveLength(10);
  });

  test("find nothing in a contract that keeps them", () => {
    expect(
      checkContract(contract({ schema: [{ name: "event" }] }), productFacts(topic(7)), meshFacts()),
    ).toEqual([]);
  });
});
