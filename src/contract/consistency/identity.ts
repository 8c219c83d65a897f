import type { Problem } from "../../finding";
import { alternatives, holdsVariable } from "../check/text";
import type { Contract } from "../model";
import type { ContractRule, ProductFacts } from "./facts";

/** The words of the standard for each lifecycle; the first is the one to write. */
const STATUS_OF: Readonly<Record<ProductFacts["lifecycle"], readonly [string, ...string[]]>> = {
  draft: ["draft", "proposed"],
  active: ["active"],
  deprecated: ["deprecated"],
  retired: ["retired"],
};

/** What the contract says about itself is what the product says; it is for people and catalogues, hence warnings. */
export const identityIsTheProducts: ContractRule = (contract, product) => [
  ...statusProblem(contract, product),
  ...domainProblem(contract, product),
  ...idProblem(contract, product),
];

function statusProblem(contract: Contract, { lifecycle }: ProductFacts): Problem[] {
  const { status } = contract;
  const allowed = STATUS_OF[lifecycle];
  if (status === undefined || holdsVariable(status) || allowed.includes(status.toLowerCase())) return [];
  return [
    {
      code: "ContractStatusMismatch",
      severity: "warning",
      message: `the contract is '${status}', the product is '${lifecycle}'`,
      value: status,
      rule: alternatives(allowed),
      fix: `write status: ${allowed[0]}`,
      at: { file: contract.file, path: ["status"] },
    },
  ];
}

/** A path through the tree of domains is fine, as long as it ends at this one. */
function domainProblem(contract: Contract, product: ProductFacts): Problem[] {
  const { domain } = contract;
  if (domain === undefined || holdsVariable(domain) || domain.split("/").at(-1) === product.domain) return [];
  return [
    {
      code: "ContractDomainMismatch",
      severity: "warning",
      message: `the contract names domain '${domain}', the product is of '${product.domain}'`,
      value: domain,
      rule: "the domain of the product",
      fix: `write domain: ${product.domain}`,
      at: { file: contract.file, path: ["domain"] },
    },
  ];
}

/** Any id will do, a UUID for one; but one of the scaffolded form that names another product was copied from it. */
function idProblem(contract: Contract, product: ProductFacts): Problem[] {
  const [, domain, name, major] = /^([a-z][a-z0-9-]*)\.([a-z][a-z0-9-]*)\.v(\d+)$/.exec(contract.id) ?? [];
  if (domain === undefined) return [];
  const productMajor = product.version.split(".")[0];
  if (domain === product.domain && name === product.name && major === productMajor) return [];
  return [
    {
      code: "ContractIdMismatch",
      severity: "warning",
      message: `the contract's id is that of another product`,
      value: contract.id,
      rule: "an id of one contract alone",
      fix: `write id: ${product.domain}.${product.name}.v${productMajor}`,
      at: { file: contract.file, path: ["id"] },
    },
  ];
}
