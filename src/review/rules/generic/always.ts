import { pathText, say, type Path } from "../../model";
import { holdsUnknown, IDENTITIES, isSameThing } from "../../things";
import { isReplaced, type Subject } from "../kit";
import type { Rule } from "../rule";
import { ARMING, PROTECTING } from "./flags";
import { generic } from "./rule-of";

const unknownForcing = (it: Subject): Path | undefined =>
  it.change.replacePaths.find((path) => holdsUnknown(it.after(...path)));

const armed = (it: Subject): string | undefined => Object.keys(ARMING).find((flag) => it.sets(flag));

const unprotected = (it: Subject): string | undefined => PROTECTING.find((flag) => it.unsets(flag));

const isUpdate = ({ change }: Subject): boolean => change.action === "update";

/** The new one is made while the old one, which is the same thing, is still there. */
const isTwice = ({ change }: Subject): boolean =>
  change.actions[0] === "create" &&
  change.actions.length > 1 &&
  isSameThing(change, change.before, change.after);

const twice = (it: Subject): string | undefined => IDENTITIES[it.change.type]?.twice;

/** What is said of any type, besides what its own rules say. */
export const ALWAYS: readonly Rule[] = [
  generic(
    "unknown-forces",
    (it) => isReplaced(it.change) && unknownForcing(it) !== undefined,
    {
      verdict: "interruption",
      sentence: (it) =>
        say`${it.thing} is replaced for a value that is known after the apply only, even if it turns out as it was: ${pathText(unknownForcing(it) ?? [])}`,
      wayOut: () => ["write the value as a literal"],
    },
    unknownForcing,
  ),
  generic("collides", (it) => isTwice(it) && twice(it) === "fails", {
    verdict: "interruption",
    sentence: (it) =>
      say`the apply fails half-way: the new ${it.thingAfter} is made first, and its name is taken by the old one`,
    wayOut: () => say`leave ${"create_before_destroy"} out, or give it another name`,
  }),
  generic("vanishes", (it) => isReplaced(it.change) && isTwice(it) && twice(it) === "vanishes", {
    verdict: "breaks",
    sentence: (it) =>
      say`${it.thing} is gone after the apply: the new one is made first, and deleting the old one, which is the same thing, deletes both`,
    wayOut: () => say`leave ${"create_before_destroy"} out`,
  }),
  generic(
    "armed",
    (it) => isUpdate(it) && armed(it) !== undefined,
    {
      verdict: "dataLoss",
      sentence: (it) => say`${armed(it) ?? ""} of ${it.thing} is armed: ${[ARMING[armed(it) ?? ""] ?? ""]}`,
      wayOut: (it) => say`leave ${armed(it) ?? ""} out until the very change that deletes it`,
    },
    (it) => [armed(it) ?? ""],
  ),
  generic(
    "unprotected",
    (it) => isUpdate(it) && unprotected(it) !== undefined,
    {
      verdict: "interruption",
      sentence: (it) => say`${it.thing} can be deleted from now on: ${unprotected(it) ?? ""} is taken back`,
    },
    (it) => [unprotected(it) ?? ""],
  ),
  generic("deposed", ({ change }) => change.deposed !== undefined, {
    verdict: "none",
    sentence: (it) => say`this is what a failed replacement has left behind of ${it.thing}`,
  }),
  generic("imported", ({ change }) => change.importing !== undefined, {
    verdict: "additive",
    sentence: (it) => say`${it.thing} is there already, and Terraform takes it over`,
  }),
  generic("moved", ({ change }) => change.previousAddress !== undefined, {
    verdict: "none",
    sentence: (it) => say`${it.thing} gets another address: nothing but Terraform's state changes`,
  }),
];
