import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { TerraformStack } from "../../src/cdk";
import { DOMAIN_TAG, ENVIRONMENT_TAG, type Site } from "../../src/names";

/** Who answers for what the stack defines. */
export interface StackOwner {
  /** Undefined for the platform. */
  readonly domain?: string;
  readonly team: string;
}

/**
 * The AWS provider of a stack. Terraform refuses to run it with credentials of any other account; who that account
 * lets in comes from the environment of whoever runs Terraform.
 */
export function defineAws(stack: TerraformStack, site: Site, { domain, team }: StackOwner): void {
  new AwsProvider(stack, "Aws", {
    region: site.region,
    allowedAccountIds: [site.account],
    defaultTags: [
      {
        tags: {
          ...(domain === undefined ? {} : { [DOMAIN_TAG]: domain }),
          [ENVIRONMENT_TAG]: site.environment,
          "mesh:owner": team,
          "mesh:managed-by": "meshwright",
        },
      },
    ],
  });
}
