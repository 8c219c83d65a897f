#!/usr/bin/env node
import { processIo } from "./io";
import { main } from "./main";

// A reader that has seen enough, such as `head`, closes the pipe; that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

void main(process.argv.slice(2), processIo()).then((code) => {
  process.exitCode = code;
});
