import { z } from "zod";
import { date, line, lossHash } from "./scalars";

/** Accepts what one plan of one stack loses: exactly that, and nothing as soon as it loses anything else. */
export const planAcknowledgement = z
  .strictObject({
    plan: lossHash(),
    reason: line("Why the losses are accepted.", 500),
    until: date("The last day on which the acknowledgement counts."),
  })
  .describe("All losses of one plan.");
