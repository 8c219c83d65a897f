import { MskSingleScramSecretAssociation } from "@cdktf/provider-aws/lib/msk-single-scram-secret-association";
import { Construct } from "constructs";
import { Token } from "../../src/cdk";
import { isMskScramSecretArn, mskScramSecretName } from "../../src/names";
import { UserScramCredential } from "../../src/providers/kafka/user-scram-credential";
import type { MeshEnvironment } from "../environment";
import { kafkaUserOf, type AppIdentity } from "../identity";
import type { SecretReference } from "../secret";
import { validate, type Rule } from "../validation";
import { APP_RULES, CLUSTER_RULES } from "./cluster-rules";

/** Rounds of hashing between a stolen SCRAM credential and its password; the provider's own default is 4096. */
export const SCRAM_ITERATIONS = 8192;
/** The only mechanism that MSK takes, and the stronger of Kafka's two. */
export const SCRAM_MECHANISM = "SCRAM-SHA-512";

/** Props of a `KafkaUser`. */
export interface KafkaUserProps {
  readonly environment: MeshEnvironment;
  readonly app: AppIdentity;
  /**
   * Where the password is. Needed with `scram` on brokers of one's own.
   * @default - none
   */
  readonly password?: SecretReference;
  /**
   * The full ARN of the secret `mskScramSecretName` with user and password, encrypted by a key of one's own. Needed
   * with `scram` on MSK, which reads the secret itself.
   * @default - none
   */
  readonly secretArn?: string;
}

const isScram = ({ environment }: KafkaUserProps): boolean => environment.kafka.authentication === "scram";
const isOnMsk = ({ environment }: KafkaUserProps): boolean => environment.kafka.clusterArn !== undefined;
const secretNameOf = ({ app }: KafkaUserProps): string => mskScramSecretName(app.site, app.domain, app.app);

function isOwnSecret({ environment, app, secretArn }: KafkaUserProps): boolean {
  const { clusterArn } = environment.kafka;
  if (secretArn === undefined || clusterArn === undefined || Token.isUnresolved(secretArn)) return true;
  return isMskScramSecretArn(secretArn, clusterArn, app.site, app.domain, app.app);
}

/** Checked after the app and the cluster, whose names they build on. */
const CREDENTIAL_RULES: readonly Rule<KafkaUserProps>[] = [
  {
    holds: (props) => !isScram(props) || isOnMsk(props) || props.password !== undefined,
    problem: ({ app }) =>
      `user '${kafkaUserOf(app)}' authenticates by 'scram' and has no password; pass a secret reference as password`,
  },
  {
    holds: (props) => !isScram(props) || !isOnMsk(props) || props.secretArn !== undefined,
    problem: (props) =>
      `user '${kafkaUserOf(props.app)}' authenticates by 'scram' on MSK, which reads a secret of AWS Secrets Manager; ` +
      `pass the ARN of '${secretNameOf(props)}' as secretArn`,
  },
  {
    holds: (props) => !isScram(props) || isOwnSecret(props),
    problem: (props) =>
      `secretArn '${props.secretArn}' is not the full ARN of '${secretNameOf(props)}' in the account and region of the ` +
      "cluster; MSK takes no other",
  },
];

/**
 * One app's credential on the cluster. With `mtls` and `iam` there is none to define: the certificate authority or IAM
 * vouches for the app.
 */
export class KafkaUser extends Construct {
  /** Without the `User:` of an ACL. */
  public readonly userName: string;

  /** @throws ValidationError when a credential is needed and not referred to. */
  public constructor(scope: Construct, id: string, props: KafkaUserProps) {
    super(scope, id);
    validate(this.node.path, props, [...CLUSTER_RULES, ...APP_RULES]);
    validate(this.node.path, props, CREDENTIAL_RULES);

    this.userName = kafkaUserOf(props.app);
    if (!isScram(props)) return;

    const { clusterArn } = props.environment.kafka;
    if (clusterArn === undefined) this.defineCredential(props.password);
    else this.associateSecret(clusterArn, props.secretArn);
  }

  private defineCredential(password?: SecretReference): void {
    new UserScramCredential(this, "Resource", {
      username: this.userName,
      scramMechanism: SCRAM_MECHANISM,
      scramIterations: SCRAM_ITERATIONS,
      passwordWo: password?.render(this),
      passwordWoVersion: password && String(password.version),
    });
  }

  /** The resource for a single secret: the one for a list takes away the secrets of all other stacks. */
  private associateSecret(clusterArn: string, secretArn = ""): void {
    new MskSingleScramSecretAssociation(this, "Resource", { clusterArn, secretArn });
  }
}
