/** How much a result weighs, in the words of SARIF. */
export type Level = "error" | "warning" | "note";

/** What the results that are not the mesh's own rules mean. */
export const RULES = {
  DataLoss: { level: "error", text: "Data goes, now or later, that nobody has accepted to lose." },
  AcknowledgedLoss: { level: "note", text: "Data goes, and its domain has accepted exactly this loss." },
  BreaksConsumers: { level: "error", text: "Those who read it fail, or get other data than they agreed to." },
  AcknowledgedBreak: {
    level: "note",
    text: "Those who read it fail, and exactly that was acknowledged.",
  },
  AccessGained: { level: "warning", text: "Somebody can do something that they could not do before." },
  AccessChanged: { level: "warning", text: "Somebody's access is not what it was." },
  AccessLost: { level: "note", text: "Somebody can no longer do something." },
  Unprotected: {
    level: "warning",
    text: "Terraform would destroy it now, and would have refused to before.",
  },
  GuardRemoved: {
    level: "warning",
    text: "Something protects the mesh less than before: an environment, a lock, an owner or a policy.",
  },
  PlanFailed: { level: "error", text: "What would happen to a stack is not known." },
} as const satisfies Record<string, { readonly level: Level; readonly text: string }>;

export type RuleName = keyof typeof RULES;
