import { NameError } from "../../names";
import type { PortKey } from "../model";
import type { Inventory, NameFailure, Resource, ResourceKind, Writer } from "./resource";

/** Collects names; one that cannot be built becomes a failure and stops nothing. */
export class InventoryBuilder {
  private readonly resources: Resource[] = [];
  private readonly failures: NameFailure[] = [];

  /** One name. */
  public exact(kind: ResourceKind, scope: string, writer: Writer, name: () => string, port?: PortKey): void {
    this.add(kind, scope, writer, name, false, port);
  }

  /** All names that start with a prefix. */
  public prefix(kind: ResourceKind, scope: string, writer: Writer, name: () => string, port?: PortKey): void {
    this.add(kind, scope, writer, name, true, port);
  }

  public build(): Inventory {
    return { resources: this.resources, failures: this.failures };
  }

  private add(
    kind: ResourceKind,
    scope: string,
    writer: Writer,
    name: () => string,
    prefix: boolean,
    port: PortKey | undefined,
  ): void {
    try {
      this.resources.push({ kind, scope, name: name(), prefix, writer, port });
    } catch (error) {
      if (!(error instanceof NameError)) throw error;
      this.failures.push({ code: error.code, message: error.message, writer, port });
    }
  }
}
