import type { PolicyRule } from "../policy-rule";
import { accessExpiredRule } from "./access-expired";
import { accessExpiringRule } from "./access-expiring";
import { accessNotGrantedRule } from "./access-not-granted";
import { acknowledgementUnusedRule } from "./acknowledgement-unused";
import { cleanupChangedRule } from "./cleanup-changed";
import { contractConsistencyRule } from "./contract-consistency";
import { contractWeightUnusedRule } from "./contract-weight-unused";
import { deprecatedInUseRule } from "./deprecated-in-use";
import { domainRemovedRule } from "./domain-removed";
import { duplicateRule } from "./duplicate";
import { envMismatchRule } from "./env-mismatch";
import { foreignResourceRule } from "./foreign-resource";
import { inputNotSubscribedRule } from "./input-not-subscribed";
import { lifecycleInvalidRule } from "./lifecycle-invalid";
import { lockMissingRule } from "./lock-missing";
import { multipleWritersRule } from "./multiple-writers";
import { nameCollisionRule } from "./name-collision";
import { nameInvalidRule } from "./name-invalid";
import { noPortsRule } from "./no-ports";
import { orphanProductRule } from "./orphan-product";
import { ownerMissingRule } from "./owner-missing";
import { parentCycleRule } from "./parent-cycle";
import { partitionDecreaseRule } from "./partition-decrease";
import { portRemovedRule } from "./port-removed";
import { productCycleRule } from "./product-cycle";
import { productRemovedRule } from "./product-removed";
import { residencyViolationRule } from "./residency-violation";
import { retentionDecreaseRule } from "./retention-decrease";
import { retentionInvalidRule } from "./retention-invalid";
import { selfConsumptionRule } from "./self-consumption";
import { sharePeriodTooLongRule } from "./share-period-too-long";
import { shareUnusedRule } from "./share-unused";
import { sloInvalidRule } from "./slo-invalid";
import { sunsetPassedRule } from "./sunset-passed";
import { supersededActiveRule } from "./superseded-active";
import { topicConfigInvalidRule } from "./topic-config-invalid";
import { unknownClassificationRule } from "./unknown-classification";
import { unknownDomainRule } from "./unknown-domain";
import { unknownProductRule } from "./unknown-product";
import { unknownTeamRule } from "./unknown-team";
import { unknownTopicConfigRule } from "./unknown-topic-config";
import { unknownVersionRule } from "./unknown-version";

/** Every rule, in the order in which they report. */
export const rules: readonly PolicyRule[] = [
  envMismatchRule,
  unknownClassificationRule,
  duplicateRule,
  nameInvalidRule,
  nameCollisionRule,
  multipleWritersRule,
  foreignResourceRule,
  unknownDomainRule,
  parentCycleRule,
  ownerMissingRule,
  unknownTeamRule,
  unknownProductRule,
  unknownVersionRule,
  selfConsumptionRule,
  inputNotSubscribedRule,
  productCycleRule,
  noPortsRule,
  topicConfigInvalidRule,
  unknownTopicConfigRule,
  retentionInvalidRule,
  sloInvalidRule,
  lifecycleInvalidRule,
  sunsetPassedRule,
  partitionDecreaseRule,
  retentionDecreaseRule,
  cleanupChangedRule,
  portRemovedRule,
  productRemovedRule,
  domainRemovedRule,
  lockMissingRule,
  acknowledgementUnusedRule,
  contractWeightUnusedRule,
  contractConsistencyRule,
  residencyViolationRule,
  sharePeriodTooLongRule,
  accessNotGrantedRule,
  accessExpiredRule,
  accessExpiringRule,
  deprecatedInUseRule,
  shareUnusedRule,
  supersededActiveRule,
  orphanProductRule,
];
