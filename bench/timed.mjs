// node timed.mjs CMD…: runs a command and prints how many seconds it took, from its start to its end.
import { spawnSync } from "node:child_process";

const [command, ...args] = process.argv.slice(2);
const started = performance.now();
const { status } = spawnSync(command, args, { stdio: "ignore" });
console.log(((performance.now() - started) / 1000).toFixed(3));
process.exitCode = status ?? 1;
