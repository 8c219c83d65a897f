import { listed, say, type Text } from "../../model";
import { mayBeTrue } from "../../things";
import { causes, isDeleted, isReplaced, type Subject } from "../kit";
import type { Rule } from "../rule";
import { changedAttributes, isOnlyWords } from "./changed-attributes";
import { ARMING } from "./flags";
import { generic } from "./rule-of";
import { isStateful, STATE_ONLY } from "./stateful";

/** Known to hold data, or armed to take some along: the provider goes by what is in the state. */
const losesData = (it: Subject): boolean => isStateful(it.change.type) || armed(it).length > 0;

const armed = (it: Subject): string[] => Object.keys(ARMING).filter((flag) => mayBeTrue(it.before(flag)));

const asArmed = (it: Subject): Text =>
  armed(it).length === 0 ? [] : say`, and ${listed(armed(it))} is set in the state`;

const attributes = (it: Subject): Text => {
  const changed = changedAttributes(it.change);
  return changed.length > 0 ? listed(changed) : ["parts that the plan does not show"];
};

const isStateOnly = ({ change }: Subject): boolean => STATE_ONLY.has(change.type);

const isUpdated = ({ change }: Subject): boolean => change.action === "update" && !isOnlyWords(change);

/** Said alone: Terraform does not ask the provider to do anything then. */
export const ONLY_MARKS: Rule = generic("only-marks", ({ change }) => change.onlySensitivity, {
  verdict: "none",
  sentence: (it) => say`only which parts of ${it.thing} are secret changes`,
});

/** What is said when the rules of a type say nothing, or nobody knows it. The first that holds is said. */
export const otherwise = (isKnownType: (type: string) => boolean): readonly Rule[] => [
  generic("read", ({ change }) => change.action === "read", {
    verdict: "none",
    sentence: (it) => say`${it.change.address} is read at the apply`,
  }),
  generic(
    "state-only",
    (it) => isStateOnly(it) && ["delete", "replace", "update"].includes(it.change.action),
    {
      verdict: "none",
      sentence: (it) => say`${it.thing} is in Terraform's state alone: nothing else changes with it`,
    },
  ),
  generic("created", ({ change }) => change.action === "create", {
    verdict: "additive",
    sentence: (it) => say`${it.thing} is new`,
  }),
  generic("storage-deleted", (it) => isDeleted(it.change) && losesData(it), {
    verdict: "dataLoss",
    sentence: (it) => say`${it.thing} is deleted with the data in it${asArmed(it)}`,
    wayOut: () =>
      say`take it out of the state with a ${"removed"} block, and delete it by hand after a backup`,
  }),
  generic("storage-replaced", (it) => isReplaced(it.change) && losesData(it), {
    verdict: "dataLoss",
    sentence: (it) =>
      say`${it.thing} is deleted with the data in it, and made anew${asArmed(it)}${causes(it)}`,
    wayOut: () => ["make a second one beside it, copy the data, and let the readers move"],
  }),
  generic("deleted", (it) => isDeleted(it.change), {
    verdict: "interruption",
    sentence: (it) => say`${it.thing} is deleted; what that loses is not known here`,
  }),
  generic("replaced", (it) => isReplaced(it.change), {
    verdict: "interruption",
    sentence: (it) =>
      say`${it.thing} is deleted and made anew; what that loses is not known here${causes(it)}`,
  }),
  generic("forgotten", ({ change }) => change.action === "forget", {
    verdict: "cost",
    sentence: (it) =>
      say`Terraform lets go of ${it.thing}: it stays as it is, and nobody keeps it up any more`,
  }),
  generic("let-go", ({ change }) => change.action === "create-forget", {
    ...{ verdict: "breaks", unread: "interruption" },
    sentence: (it) =>
      say`Terraform lets go of ${it.thing}, which stays with what is in it, and makes a new and empty one`,
  }),
  generic("words", ({ change }) => change.action === "update" && isOnlyWords(change), {
    verdict: "none",
    sentence: (it) => say`nothing but ${listed(changedAttributes(it.change))} of ${it.thing} changes`,
  }),
  generic("settings", (it) => isUpdated(it) && isKnownType(it.change.type), {
    verdict: "cost",
    sentence: (it) => say`${it.thing} is set otherwise: ${attributes(it)}`,
  }),
  generic("updated", isUpdated, {
    verdict: "interruption",
    sentence: (it) =>
      say`${it.thing} is changed in place (${attributes(it)}); what that does is not known here`,
  }),
  generic("unknown-action", ({ change }) => change.action === "other", {
    verdict: "dataLoss",
    sentence: (it) =>
      say`Terraform would do something with ${it.thing} that is not known here: ${it.change.actions.join(", ")}`,
  }),
];
