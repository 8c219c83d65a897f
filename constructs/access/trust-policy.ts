import type { Site } from "../../src/names";
import { policyDocument, policyValues, type PolicyDocument } from "../policy";
import type { Rule } from "../validation";
import { quoted } from "./quoted";

/**
 * The AWS services that can run an app of a domain; the domain's administrators may pass a role to these alone.
 * `ec2` is not among them: an instance hands its role to everyone who can log in to it.
 */
export const APP_SERVICES: readonly string[] = [
  "ecs-tasks.amazonaws.com",
  "glue.amazonaws.com",
  "kafkaconnect.amazonaws.com",
  "lambda.amazonaws.com",
];

/** Who may become a role: everyone is named, nobody by a pattern. */
export interface RoleTrust {
  /** Services, of `APP_SERVICES`, acting for the domain's own account. */
  readonly services?: readonly string[];
  /** ARNs of roles; of another account only with an `externalId`. */
  readonly roleArns?: readonly string[];
  /**
   * What the trusted roles must say when they assume this one. Not a secret, but agreed with nobody else: it keeps a
   * vendor from being talked into using it for a third party.
   * @default - none
   */
  readonly externalId?: string;
}

/** The trust of an app that says nothing: any of `APP_SERVICES`, acting for the domain's own account. */
export const DEFAULT_APP_TRUST: RoleTrust = { services: APP_SERVICES };

const ROLE_ARN = /^arn:aws[a-z-]*:iam::(\d{12}):role\/[\w+=,.@/-]+$/;
const EXTERNAL_ID = /^[\w+=,.@:/-]{2,128}$/;

/** The trust policy of a role in `site`. */
export function trustPolicy(site: Site, trust: RoleTrust): PolicyDocument {
  const { services = [], roleArns = [], externalId } = trust;
  return policyDocument([
    ...(services.length === 0
      ? []
      : [
          {
            Sid: "TrustServices",
            Effect: "Allow" as const,
            Principal: { Service: policyValues(services) },
            Action: "sts:AssumeRole",
            Condition: { StringEquals: { "aws:SourceAccount": site.account } },
          },
        ]),
    ...(roleArns.length === 0
      ? []
      : [
          {
            Sid: "TrustRoles",
            Effect: "Allow" as const,
            Principal: { AWS: policyValues(roleArns) },
            Action: "sts:AssumeRole",
            ...(externalId === undefined
              ? {}
              : { Condition: { StringEquals: { "sts:ExternalId": externalId } } }),
          },
        ]),
  ]);
}

/** Rules on who a role in `site` may trust. */
export function trustRules(site: Site): readonly Rule<RoleTrust>[] {
  const foreign = ({ roleArns = [] }: RoleTrust) =>
    roleArns.filter((arn) => ROLE_ARN.test(arn) && ROLE_ARN.exec(arn)?.[1] !== site.account);

  return [
    {
      problem: () => "trust names nobody; give services or roleArns",
      holds: ({ services = [], roleArns = [] }) => services.length + roleArns.length > 0,
    },
    {
      problem: ({ services = [] }) =>
        `trusted service ${quoted(services.filter(isNoAppService))} is not allowed; use one of ${APP_SERVICES.join(", ")}`,
      holds: ({ services = [] }) => !services.some(isNoAppService),
    },
    {
      problem: ({ roleArns = [] }) =>
        `trusted role ${quoted(roleArns.filter(isNoRoleArn))} is no role ARN; name one role, without '*', and never an account, a user or a session`,
      holds: ({ roleArns = [] }) => !roleArns.some(isNoRoleArn),
    },
    {
      problem: (trust) =>
        `trusted role ${quoted(foreign(trust))} is of another account; agree on an externalId with its owner`,
      holds: (trust) => trust.externalId !== undefined || foreign(trust).length === 0,
    },
    {
      problem: ({ externalId = "" }) =>
        `externalId ${quoted([externalId])} must be 2 to 128 letters, digits or any of _+=,.@:/-`,
      holds: ({ externalId }) => externalId === undefined || EXTERNAL_ID.test(externalId),
    },
  ];
}

const isNoAppService = (service: string): boolean => !APP_SERVICES.includes(service);
const isNoRoleArn = (arn: string): boolean => !ROLE_ARN.test(arn);
