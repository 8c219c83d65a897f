/** An edit that cannot be made without touching what has to stay. */
export class ContractEditError extends Error {
  public override readonly name = "ContractEditError";
}
