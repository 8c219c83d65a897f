import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import { Construct } from "constructs";
import { DEFAULT_AUDIENCE, DEPLOY_PROVIDER_RULES } from "../../constructs/boundary";
import { validate } from "../../constructs/validation";

/** Which tokens an account believes. */
export interface DeployProviderProps {
  /** Host of the CI's OpenID Connect provider. */
  readonly providerUrl: string;
  /** @default "sts.amazonaws.com" */
  readonly audience?: string;
}

/**
 * An account's trust in the CI's OpenID Connect provider, once per account; deploy roles name it by its computed ARN.
 * AWS checks the provider's certificate by itself, so that no thumbprint is given.
 */
export class DeployProvider extends Construct {
  public constructor(
    scope: Construct,
    id: string,
    { providerUrl, audience = DEFAULT_AUDIENCE }: DeployProviderProps,
  ) {
    super(scope, id);
    validate(this.node.path, { providerUrl, audience }, DEPLOY_PROVIDER_RULES);
    new IamOpenidConnectProvider(this, "Resource", {
      url: `https://${providerUrl}`,
      clientIdList: [audience],
    });
  }
}
