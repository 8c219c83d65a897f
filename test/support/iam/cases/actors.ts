import { adminRoleArn, appRoleArn, boundaryPolicyArn, deployRoleArn } from "../../../../src/names";
import type { Actor } from "../matrix-case";
import type { Scenario } from "../scenario";

/** The actors of the domain under test, by the letters of the design's table, and D for its deploy role. */
export function actorsOf({ environment: { site }, domain, producer, consumer, crossReader }: Scenario) {
  const app = boundaryPolicyArn(site, domain, "app");
  return {
    P: { principal: appRoleArn(site, domain, producer.app), identity: "own", boundary: app },
    C: { principal: appRoleArn(site, domain, consumer.app), identity: "own", boundary: app },
    E: { principal: appRoleArn(site, domain, "experiment"), identity: "everything", boundary: app },
    A: {
      principal: adminRoleArn(site, domain),
      identity: "everything",
      boundary: boundaryPolicyArn(site, domain, "admin"),
    },
    D: {
      principal: deployRoleArn(site, domain),
      identity: "own",
      boundary: boundaryPolicyArn(site, domain, "deploy"),
    },
    XC: {
      principal: appRoleArn(crossReader.site, crossReader.domain, crossReader.app),
      identity: "everything",
    },
  } as const satisfies Record<string, Actor>;
}
