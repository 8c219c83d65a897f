/** What a file is that is no plan. */
export type PlanFileProblem =
  | "empty"
  | "events"
  | "state"
  | "binary"
  | "encrypted"
  | "configuration"
  | "schema"
  | "validation"
  | "text"
  | "truncated"
  | "invalid"
  | "several"
  | "other"
  | "version"
  | "nesting"
  | "size";

const MAKE = "terraform plan -out=plan.tfplan && terraform show -json plan.tfplan > plan.json";
const SHOW = "terraform show -json plan.tfplan > plan.json";
const CONVERT = `is needed is the saved plan as one JSON document: ${MAKE}`;

/** What to say of each: what it is, what is needed, the command. */
const SAYINGS: Readonly<Record<PlanFileProblem, string>> = {
  empty: `the file is empty; what ${CONVERT}`,
  events: `this is the event stream of \`terraform plan -json\`, which has no values in it; what ${CONVERT}`,
  state: `this is a Terraform state, which says what is there and not what would change; what ${CONVERT}`,
  binary: `this is a saved plan in Terraform's own binary form; what is needed is the same as JSON: ${SHOW}`,
  encrypted: `this is an encrypted plan of OpenTofu; what is needed is the same as JSON: tofu show -json plan.tfplan > plan.json`,
  configuration: `this is Terraform configuration, as \`cdktf synth\` writes it to cdk.tf.json, and not yet planned; in its folder run: ${MAKE}`,
  schema: `these are the providers' schemas; what ${CONVERT}`,
  validation: `this is the answer of \`terraform validate -json\`; what ${CONVERT}`,
  text: `this is text for people and not JSON; what ${CONVERT}`,
  truncated: `the JSON ends too early, as if the file was cut off; write it again: ${SHOW}`,
  invalid: `this is not JSON; what ${CONVERT}`,
  several: `there is something behind the end of the JSON document; what ${CONVERT}`,
  other: `this is JSON, but not of a plan: it has no format_version with resource_changes or planned_values; what ${CONVERT}`,
  version: `this plan's format_version is not one this program can read; what is needed is 0.x or 1.x: show the plan with a Terraform that writes it, or update meshwright`,
  nesting: `this JSON is nested too deeply to be a plan; what ${CONVERT}`,
  size: `this file is too large to be a plan; what ${CONVERT}`,
};

/** A file that was given as a plan and cannot be read as one. The message says what it is and the command to run. */
export class PlanFileError extends Error {
  override readonly name = "PlanFileError";

  /**
   * @param stack whose plan it should have been
   * @param detail more of what is wrong, without anything out of the file that may be secret
   */
  constructor(
    readonly problem: PlanFileProblem,
    readonly stack: string,
    detail?: string,
  ) {
    super(`plan of ${stack}: ${SAYINGS[problem]}${detail === undefined ? "" : ` (${detail})`}`);
  }
}
