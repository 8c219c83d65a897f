/** What Terraform does, or will do, to a resource. `noop` and reads are no changes. */
export type Action = "create" | "update" | "replace" | "delete";

/** A line of Terraform's machine-readable output that matters here. */
export type TerraformEvent =
  | { readonly kind: "planned"; readonly address: string; readonly action: Action }
  | { readonly kind: "applied"; readonly address: string }
  | { readonly kind: "refused"; readonly address: string }
  | { readonly kind: "drifted"; readonly address: string }
  | { readonly kind: "outputs" }
  | { readonly kind: "remark"; readonly remark: Remark };

/** Terraform's own words. */
export interface Remark {
  readonly severity: "error" | "warning";
  readonly summary: string;
  /** One or more lines. */
  readonly detail: string;
  /** `kafka_topic.Products_order-placed`: what it is about, when Terraform says so. */
  readonly address?: string;
}

interface Line {
  readonly type?: string;
  readonly change?: { readonly resource?: { readonly addr?: string }; readonly action?: string };
  readonly hook?: { readonly resource?: { readonly addr?: string } };
  readonly outputs?: Readonly<Record<string, { readonly action?: string }>>;
  readonly diagnostic?: {
    readonly severity?: string;
    readonly summary?: string;
    readonly detail?: string;
    readonly address?: string;
    readonly snippet?: { readonly context?: string | null };
  };
}

/** Terraform's words for actions (its "machine-readable UI", change representation). */
const ACTIONS: Readonly<Record<string, Action>> = {
  create: "create",
  update: "update",
  replace: "replace",
  delete: "delete",
  remove: "delete",
};

/** Reads a line of `terraform plan -json` or `apply -json`; undefined when it says nothing that matters. */
export function parseEvent(text: string): TerraformEvent | undefined {
  const line = parsed(text);
  const address = line?.change?.resource?.addr ?? line?.hook?.resource?.addr ?? "";
  switch (line?.type) {
    case "planned_change": {
      const action = ACTIONS[line.change?.action ?? ""];
      return action && { kind: "planned", address, action };
    }
    case "resource_drift":
      return { kind: "drifted", address };
    case "apply_complete":
      return { kind: "applied", address };
    case "apply_errored":
      return { kind: "refused", address };
    case "outputs":
      return { kind: "outputs" };
    case "diagnostic":
      return { kind: "remark", remark: remarkOf(line.diagnostic ?? {}) };
    default:
      return undefined;
  }
}

/** What Terraform said in words to people, as a remark: `init` has no other form in older versions. */
export function remarkFrom(text: string): Remark {
  const lines = text
    .split("\n")
    .map((line) => line.replace(/^[╷│╵]\s?/u, "").trimEnd())
    .filter((line, at, all) => line !== "" || (at > 0 && all[at - 1] !== ""));
  const start = lines.findIndex((line) => line.startsWith("Error: "));
  const [first = "", ...rest] = start < 0 ? lines : lines.slice(start);
  const detail = rest.join("\n").trim();
  return {
    severity: "error",
    summary: first.replace(/^Error: /, "") || "Terraform ended without a word",
    detail,
  };
}

function remarkOf({
  severity,
  summary = "",
  detail = "",
  address,
  snippet,
}: NonNullable<Line["diagnostic"]>): Remark {
  // In JSON a block is named by its path: `resource.kafka_topic.Orders.lifecycle.postcondition[0]`.
  const [, named] = /^resource[. ]"?([\w-]+"?[. ]"?[\w-]+)/.exec(snippet?.context ?? "") ?? [];
  const about = address ?? named?.replace(/"? "?/, ".");
  return {
    severity: severity === "warning" ? "warning" : "error",
    ...{ summary, detail: detail.trim() },
    ...(about === undefined ? {} : { address: about }),
  };
}

function parsed(text: string): Line | undefined {
  try {
    const line: unknown = JSON.parse(text);
    return typeof line === "object" && line !== null ? line : undefined;
  } catch {
    return undefined;
  }
}
