import { Construct } from "constructs";
import type { ITerraformDependable } from "../../src/cdk";
import { consumerGroupName } from "../../src/names";
import type { MeshEnvironment } from "../environment";
import { groupPrefixOf, type AppIdentity, type Grant } from "../identity";
import { validate } from "../validation";
import { APP_RULES, CLUSTER_RULES } from "./cluster-rules";
import { groupAcls } from "./kafka-access";
import { grantAccess } from "./kafka-grant";
import { kafkaGroupStatements } from "./kafka-statements";

/** Props of a `ConsumerGroup`. */
export interface ConsumerGroupProps {
  readonly environment: MeshEnvironment;
  /** An app of the domain whose stack this is. */
  readonly app: AppIdentity;
  /**
   * What must exist before the first ACL.
   * @default - nothing
   */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/**
 * The consumer groups of one app: all whose names start with its prefix, in the stack of the app's own domain. A
 * producer never grants rights on groups.
 */
export class ConsumerGroup extends Construct {
  /** Ends in `.`. */
  public readonly groupPrefix: string;
  /** What the app got; with `iam` its statements. */
  public readonly grant: Grant;
  private readonly app: AppIdentity;

  /** @throws ValidationError when the app cannot be named, or the cluster's access is not safe. */
  public constructor(scope: Construct, id: string, props: ConsumerGroupProps) {
    super(scope, id);
    validate(this.node.path, props, [...CLUSTER_RULES, ...APP_RULES]);

    const prefix = groupPrefixOf(props.app);
    const access = {
      acls: groupAcls(prefix),
      statements: (clusterArn: string) => kafkaGroupStatements(clusterArn, prefix),
    };
    this.app = props.app;
    this.groupPrefix = prefix;
    this.grant = grantAccess(this, props.environment, props.app, access, props.dependsOn ?? []);
  }

  /** The name of one group of the app, which has the form of an app name behind the prefix. */
  public groupName(purpose: string): string {
    return consumerGroupName(this.app.domain, this.app.app, purpose);
  }
}
