import { boundaryStackName } from "../../names";
import type { Mesh } from "../model";

/** The domain whose stack or boundary it is; undefined for the platform's. */
export function domainOfStack({ domains }: Pick<Mesh, "domains">, stack: string): string | undefined {
  if (domains.has(stack)) return stack;
  return [...domains.keys()].find((domain) => boundaryStackName(domain) === stack);
}
