import type { ProviderName } from "../../../src/offline/schema";
import { providerSchema, resourceTypesOf } from "../../../src/offline/schema";
import type { Block } from "../../../src/offline/model";
import { asBlock, capturedSchema, linesOf } from "../../support/offline/captured-schema";

const PROVIDERS: readonly [ProviderName, string, string][] = [
  ["kafka", "registry.terraform.io/mongey/kafka", "0.13.1"],
  ["postgresql", "registry.terraform.io/cyrilgdn/postgresql", "1.26.0"],
];

/** What differs between two blocks, line by line; empty when nothing does. */
function differences(derived: Block | undefined, truth: Block): string[] {
  const left = derived === undefined ? [] : linesOf(derived);
  const right = linesOf(truth);
  return [
    ...left.filter((line) => !right.includes(line)).map((line) => `derived only: ${line}`),
    ...right.filter((line) => !left.includes(line)).map((line) => `captured only: ${line}`),
  ];
}

describe.each(PROVIDERS)(
  "the schema derived from the %s bindings, beside the one of the real provider",
  (name, source, version) => {
    const captured = capturedSchema(source);
    const types = Object.keys(captured.resource_schemas).sort();
    const derived = providerSchema(name, types);

    test("is of the same source and version", () => {
      expect(derived).toMatchObject({ source, version });
    });

    test("has every resource type there is", () => {
      expect(resourceTypesOf(name)).toEqual(types);
    });

    test.each(types)(
      "%s differs in nothing: attributes, types, required, optional, computed, blocks, bounds",
      (type) => {
        const truth = captured.resource_schemas[type];

        expect(
          truth === undefined ? "missing" : differences(derived.resources.get(type), asBlock(truth.block)),
        ).toEqual([]);
      },
    );

    test("the provider block differs in nothing", () => {
      expect(differences(derived.provider, asBlock(captured.provider.block))).toEqual([]);
    });
  },
);
