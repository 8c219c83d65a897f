import type { Construct } from "constructs";
import { TerraformStack, TerraformVariable } from "../../src/cdk";

/**
 * Where a password is kept; never the password. What a reference renders may only go into write-only arguments, so the
 * value is in no plan and no state.
 */
export interface SecretReference {
  /** Goes up when the secret was rotated: Terraform sends a write-only value again only when its version changes. */
  readonly version: number;
  /** The Terraform expression for a write-only argument in the stack of `scope`; called again, it is the same. */
  render(scope: Construct): string;
}

/**
 * A secret in AWS Secrets Manager, read by Terraform as an ephemeral resource (Terraform >= 1.11 for write-only).
 *
 * @param name the secret's name, see `appSecretName`
 * @param version goes up with every rotation
 */
export function secretsManagerSecret(name: string, version = 1): SecretReference {
  return {
    version,
    render: (scope) => {
      const id = name.replace(/[^a-zA-Z0-9]/g, "_");
      const stack = TerraformStack.of(scope);
      stack.addOverride(`ephemeral.aws_secretsmanager_secret_version.${id}`, { secret_id: name });
      return `\${ephemeral.aws_secretsmanager_secret_version.${id}.secret_string}`;
    },
  };
}

/**
 * A secret handed to Terraform as the sensitive variable `name` (`TF_VAR_name`), where there is no secret store.
 *
 * @param version goes up with every rotation
 */
export function variableSecret(name: string, version = 1): SecretReference {
  return {
    version,
    render: (scope) => {
      const stack = TerraformStack.of(scope);
      const existing = stack.node.tryFindChild(name);
      const variable = existing ?? new TerraformVariable(stack, name, { type: "string", sensitive: true });
      return `\${var.${variable.node.id}}`;
    },
  };
}
