import type { MeshEnvironment } from "../constructs/environment";
import type { TerraformStack } from "../src/cdk";
import type { StateLocation } from "./state";

/** What needs which Terraform (its changelog): the oldest first. */
const NEEDS = {
  /** `moved`, `import` and `terraform_data`. */
  anything: ">= 1.5",
  /** Native lock files of the S3 backend. */
  stateBucket: ">= 1.10",
  /** Ephemeral resources into write-only arguments. */
  passwords: ">= 1.11",
} as const;

/** States the Terraform a stack needs, so that an older one says so instead of refusing an argument it does not know. */
export function requireTerraform(
  stack: TerraformStack,
  environment: MeshEnvironment,
  state: StateLocation,
): void {
  const { kafka, postgres } = environment;
  const hasPasswords = kafka.authentication === "scram" || postgres.authentication === "password";
  const needed = hasPasswords
    ? NEEDS.passwords
    : state.bucket === undefined
      ? NEEDS.anything
      : NEEDS.stateBucket;
  stack.addOverride("terraform.required_version", needed);
}
