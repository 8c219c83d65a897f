import { createRequire } from "node:module";
import type { CommandModule } from "./command-module";

/** A command as the list of commands shows it. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  /** Reads the command's own file, with all that it stands on. */
  readonly load: () => CommandModule;
}

const load = createRequire(__filename);

const entry = (name: string, summary: string): CommandEntry => ({
  name,
  summary,
  load: () => load(`./commands/${name}`) as CommandModule,
});

/** Every command, in the order of a newcomer's way. A command's file is read only when the command is meant. */
export const COMMANDS: readonly CommandEntry[] = [
  entry("init", "start a mesh repository"),
  entry("new", "add a domain or a product to the mesh"),
  entry("validate", "check every manifest and contract"),
  entry("list", "list domains and their products"),
  entry("show", "show everything about a domain or a product"),
  entry("synth", "write the Terraform stacks of an environment"),
  entry("plan", "say what a deployment would change"),
  entry("review", "say what a change would lose, who is hurt and who must approve"),
  entry("comment", "post a review as the one comment of a pull request"),
  entry("deploy", "deploy domains, in order"),
  entry("destroy", "destroy domains, in reverse order"),
  entry("offline", "run any command with simulated providers under Terraform"),
  entry("world", "look at what the simulated providers have made"),
  entry("demo", "deploy the mesh offline and look around"),
  entry("migration", "print the first migration of a product's schema"),
  entry("codeowners", "write CODEOWNERS from the owners of the domains"),
  entry("lock", "remember what the domains have, so that no loss goes unnoticed"),
];
