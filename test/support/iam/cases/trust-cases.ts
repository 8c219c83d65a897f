import { adminRoleArn, appRoleArn, deployRoleArn, oidcProviderArn, roleArn } from "../../../../src/names";
import { named, type MatrixCase } from "../matrix-case";
import { trustId } from "../policy-set";
import type { Scenario } from "../scenario";

/** T: who can become which role. */
export function trustCases(scenario: Scenario): MatrixCase[] {
  return [...appTrustCases(scenario), ...deployTrustCases(scenario), ...adminTrustCases(scenario)];
}

const trusted = (arn: string) => ({ arn, policy: trustId(arn) });

function appTrustCases({ environment: { site }, domain, producer, consumer }: Scenario): MatrixCase[] {
  const lambda = named({ principal: "lambda.amazonaws.com", identity: "none" });
  const ec2 = named({ principal: "ec2.amazonaws.com", identity: "none" });
  const own = { "aws:SourceAccount": site.account };

  return [...new Set([producer.app, consumer.app])].flatMap((app, index) => {
    const role = trusted(appRoleArn(site, domain, app));
    const id = (letter: string) => `T${letter}${index + 1}`;
    return [
      lambda.allow(id("a"), `a function of the account becomes ${app}`, "sts:AssumeRole", role, own),
      lambda.deny(id("b"), `a function of another account becomes ${app}`, "sts:AssumeRole", role, [], {
        "aws:SourceAccount": "999999999999",
      }),
      ec2.deny(id("c"), `an instance becomes ${app}`, "sts:AssumeRole", role, [], own),
    ];
  });
}

function deployTrustCases({ environment: { site }, domain, ci }: Scenario): MatrixCase[] {
  const job = named({ principal: oidcProviderArn(site, ci.providerUrl), identity: "none" });
  const role = trusted(deployRoleArn(site, domain));
  const action = "sts:AssumeRoleWithWebIdentity";
  const claims = (aud: string, sub: string) => ({
    [`${ci.providerUrl}:aud`]: aud,
    [`${ci.providerUrl}:sub`]: sub,
  });

  return [
    job.allow("Td", "the domain's job deploys", action, role, claims(ci.audience, ci.subject)),
    job.deny(
      "Te",
      "another repository's job deploys",
      action,
      role,
      [],
      claims(ci.audience, ci.otherSubject),
    ),
    job.deny(
      "Tf",
      "a token for someone else deploys",
      action,
      role,
      [],
      claims("https://example.com", ci.subject),
    ),
  ];
}

function adminTrustCases({ environment: { site }, domain, signIn }: Scenario): MatrixCase[] {
  if (signIn === undefined) return [];

  const role = trusted(adminRoleArn(site, domain));
  const human = named({ principal: signIn, identity: "none" });
  const other = named({ principal: roleArn(site, "/", "someone-else"), identity: "everything" });
  return [
    human.allow("Tg", "who signs in becomes administrator", "sts:AssumeRole", role),
    other.deny("Th", "another role becomes administrator", "sts:AssumeRole", role),
  ];
}
