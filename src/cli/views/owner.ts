/** Who answers for something. */
export interface Owner {
  readonly team: string;
  readonly email: string;
  readonly slack?: string;
}

/** `order-management, orders@shop.example, #orders`. */
export function ownerText(owner: Owner | undefined): string {
  if (owner === undefined) return "nobody: its domain has no valid manifest";
  return [owner.team, owner.email, owner.slack].filter((part) => part !== undefined).join(", ");
}
