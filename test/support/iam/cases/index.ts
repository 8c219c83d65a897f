import type { MatrixCase } from "../matrix-case";
import type { Scenario } from "../scenario";
import { adminCases } from "./admin-cases";
import { appCases } from "./app-cases";
import { consumerCases } from "./consumer-cases";
import { deployResourceCases } from "./deploy-cases";
import { deployRoleCases } from "./deploy-role-cases";
import { outsiderCases } from "./outsider-cases";
import { producerCases } from "./producer-cases";
import { runCases } from "./run-cases";
import { trustCases } from "./trust-cases";

/** Every case of the design's table, and those between its lines, in one scenario. */
export function iamCases(scenario: Scenario): MatrixCase[] {
  return [
    ...producerCases(scenario),
    ...consumerCases(scenario),
    ...runCases(scenario),
    ...appCases(scenario),
    ...adminCases(scenario),
    ...deployResourceCases(scenario),
    ...deployRoleCases(scenario),
    ...outsiderCases(scenario),
    ...trustCases(scenario),
  ];
}
