import type { TerraformStack } from "../../src/cdk";
import { TerraformResource } from "../../src/cdk";
import { SEAL } from "../../src/names";

/** Resources of the type `terraform_data` are Terraform's own: they need no provider. */
const BUILT_IN = { providerName: "terraform", providerVersion: "", providerVersionConstraint: "" };

/**
 * Binds a state to its owner, such as `prod/orders`: planning another environment's or stack's configuration against
 * it fails before anything is planned. The first apply writes the owner into the state; `ignore_changes` keeps it
 * there, and the postcondition compares it with the configuration in every later plan. Terraform does not look at
 * postconditions when it destroys, nor with `-target` at something else: there the backend's key, the provider's
 * allowed accounts and `prevent_destroy` have to hold.
 */
export function sealState(stack: TerraformStack, owner: string): void {
  const seal = new TerraformResource(stack, SEAL.name, {
    terraformResourceType: SEAL.type,
    terraformGeneratorMetadata: BUILT_IN,
    lifecycle: {
      ignoreChanges: ["input"],
      postcondition: [
        {
          condition: `\${self.output == "${owner}"}`,
          errorMessage: `This state belongs to '\${self.output}' and the configuration to '${owner}'. Check the environment (MESHWRIGHT_ENV) and the backend.`,
        },
      ],
    },
  });
  seal.addOverride("input", owner);
}
