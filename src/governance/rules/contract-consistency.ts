import { checkContract } from "../../contract";
import type { Problem, SourceRef } from "../../finding";
import { NameError } from "../../names";
import type { Product } from "../../mesh";
import { environmentFacts, meshFacts, productFacts } from "../contract-facts";
import type { PolicyRule, RuleContext } from "../policy-rule";
import { builtProducts } from "../subjects";
import { foreignResourceRule } from "./foreign-resource";

/**
 * A contract says what its product is: the rules are those of `src/contract/consistency`, and each of their problems
 * has a code and a weight of its own.
 */
export const contractConsistencyRule: PolicyRule = {
  code: "ContractMismatch",
  severity: "error",
  description:
    "A contract and its product agree: retention, keys, classification, encryption, names, version.",
  check(context) {
    const mesh = meshFacts(context.mesh);
    const foreign = new Set(foreignResourceRule.check(context).map(({ at }) => placeOf(at)));
    return [...builtProducts(context.mesh)]
      .flatMap((product) => ofProduct(context, product, mesh))
      .filter(({ at }) => !foreign.has(placeOf(at))); // ForeignResource says more about the same name.
  },
};

function ofProduct({ mesh }: RuleContext, product: Product, facts: ReturnType<typeof meshFacts>): Problem[] {
  if (product.contract === undefined) return [];
  try {
    const environments = environmentFacts(mesh, product);
    return checkContract(product.contract, productFacts(product), { ...facts, environments });
  } catch (error) {
    if (error instanceof NameError) return []; // NameInvalid reports it.
    throw error;
  }
}

const placeOf = ({ file, path }: SourceRef): string => `${file} ${path.join(".")}`;
