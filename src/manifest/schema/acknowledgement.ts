import { z } from "zod";
import { date, reason, riskHash } from "./scalars";

/** Accepts what one plan of one stack loses, or what of one domain breaks: exactly that, and nothing as soon as it differs. */
export const planAcknowledgement = z
  .strictObject({
    plan: riskHash(),
    reason: reason("Why it is accepted."),
    until: date("The last day on which the acknowledgement counts."),
  })
  .describe("All losses of one plan, or all that breaks in one domain.");
