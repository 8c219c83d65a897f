import type { Command } from "commander";
import type { CommandContext } from "../command-module";
import { defineNewDomain } from "./new-domain";
import { defineNewProduct } from "./new-product";

/** `meshwright new`. */
export function define(command: Command, context: CommandContext): void {
  defineNewDomain(command.command("domain"), context);
  defineNewProduct(command.command("product"), context);
}
