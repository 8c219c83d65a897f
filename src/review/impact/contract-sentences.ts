import type { Contract, ContractChange, ContractChangeKind, LimitName } from "../../contract";
import { say, type Text } from "../model";

type Sentence = (change: ContractChange, what: Text) => Text;

/** What a comparison says of a list that is not there. */
const ANY_VALUE = "any value";

/** Which values come when a limit gets looser, and which still come when it gets tighter. */
const LIMIT_WORDS: Readonly<Record<LimitName, { readonly looser: string; readonly tighter: string }>> = {
  maxLength: { looser: "longer values", tighter: "shorter values" },
  minLength: { looser: "shorter values", tighter: "longer values" },
  maximum: { looser: "greater values", tighter: "smaller values" },
  minimum: { looser: "smaller values", tighter: "greater values" },
  maxItems: { looser: "more items", tighter: "fewer items" },
  minItems: { looser: "fewer items", tighter: "more items" },
  maxProperties: { looser: "more parts", tighter: "fewer parts" },
  minProperties: { looser: "fewer parts", tighter: "more parts" },
  multipleOf: { looser: "values of other steps", tighter: "values of certain steps" },
  pattern: { looser: "values of another form", tighter: "values of one form" },
  format: { looser: "values of another form", tighter: "values of one form" },
  uniqueItems: { looser: "an item more than once", tighter: "items that differ" },
  required: { looser: "objects without some parts", tighter: "objects with certain parts" },
};

/** What each change of a contract means, in the words of those who read the data. */
const SENTENCES: Readonly<Record<ContractChangeKind, Sentence>> = {
  objectRemoved: (_, what) => say`${what} is removed`,
  objectAdded: (_, what) => say`${what} is added`,
  objectRenamed: (change, what) => say`${what} is called ${insteadOf(change)}`,
  objectRelabelled: (change, what) =>
    say`${what} is called ${insteadOf(change)} in the contract, and the same in the data`,
  fieldRemoved: (_, what) => say`${what} is removed`,
  fieldAdded: (_, what) => say`${what} is added`,
  fieldRenamed: (change, what) => say`${what} is called ${insteadOf(change)}`,
  fieldRelabelled: (change, what) =>
    say`${what} is called ${insteadOf(change)} in the contract, and the same in the data`,
  retyped: (change, what) => say`${what} is of type ${insteadOf(change)}`,
  requirednessTightened: (_, what) => say`${what} is never empty any more`,
  requirednessLoosened: (_, what) => say`${what} may be empty now`,
  uniquenessTightened: (_, what) => say`${what} is unique now`,
  uniquenessLoosened: (_, what) => say`${what} may hold a value more than once now`,
  enumNarrowed: ({ before = "" }, what) =>
    before === ANY_VALUE
      ? say`${what} holds values of a closed list only`
      : say`${what} no longer holds ${before}`,
  enumWidened: ({ after = "" }, what) =>
    after === ANY_VALUE ? say`${what} may hold any value now` : say`${what} may hold ${after} too`,
  limitTightened: (change, what) =>
    say`${what} holds ${[limitWords(change).tighter]} only: ${limit(change)}; data of before may not keep to it`,
  limitLoosened: (change, what) => say`${what} may hold ${[limitWords(change).looser]} now: ${limit(change)}`,
  keyChanged: (change, what) => say`the key of ${what} is ${insteadOf(change)}`,
  slaRaised: (change) => say`${promise(change)} is raised: ${insteadOf(change)}`,
  slaLowered: (change) => say`${promise(change)} is lowered: ${insteadOf(change)}`,
  classificationRaised: (change, what) => say`${what} is classified ${insteadOf(change)}`,
  classificationLowered: (change, what) => say`${what} is classified ${insteadOf(change)}`,
  statusChanged: (change) => say`the contract's status is ${insteadOf(change)}`,
  descriptionChanged: (_, what) => say`${what} is described in other words`,
};

/** A change of a contract in one sentence; `contract` is the side that knows what the object is. */
export function contractSentence(change: ContractChange, contract: Contract): Text {
  return SENTENCES[change.kind](change, whatOf(change, contract));
}

function whatOf({ object, field }: ContractChange, contract: Contract): Text {
  if (object === undefined) return ["the contract"];
  const type = contract.objects.find(({ name }) => name === object)?.physicalType ?? "";
  const isTable = type === "table" || type === "view";
  if (field === undefined) return [`${type === "" ? "object" : type} `, { code: object }];
  return [isTable ? "column " : "field ", { code: `${object}.${field}` }];
}

const promise = ({ sla = "" }: ContractChange): Text => say`the promised ${sla}`;

const limitWords = ({ limit: name = "format" }: ContractChange) => LIMIT_WORDS[name];

const limit = (change: ContractChange): Text => say`${change.limit ?? ""} is ${insteadOf(change)}`;

/** The new value and the old one, as far as they are said. */
function insteadOf({ before, after }: ContractChange): Text {
  if (before === undefined) return after === undefined ? ["other than before"] : say`${after}`;
  return after === undefined
    ? say`nothing any more, instead of ${before}`
    : say`${after} instead of ${before}`;
}
