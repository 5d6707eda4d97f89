// The closing line of .ci/run, from vitest's JSON report: summary.js REPORT FAILED_BEFORE TESTS_FAILED.
import { readFileSync } from "node:fs";

const [file, before, testsFailed] = process.argv.slice(2);

function read() {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, testResults: [] };
  }
}

const report = read();
for (const { name, message, status, assertionResults } of report.testResults) {
  if (status !== "failed") continue;
  const failures = assertionResults.filter((one) => one.status === "failed");
  console.log(`\n${name}${failures.length === 0 ? `\n${message}` : ""}`);
  for (const { fullName, failureMessages } of failures)
    console.log(`  ${fullName}\n${failureMessages.join("\n")}`);
}
let failed = Number(before) + report.numFailedTests;
// A suite that cannot even be read has no failed test of its own, and no report is a failure too.
if (failed === 0 && (testsFailed !== "0" || report.numPassedTests === 0)) failed = 1;
const skipped = report.numPendingTests > 0 ? `, ${report.numPendingTests} skipped` : "";
console.log(`\n${report.numPassedTests} passed, ${failed} failed${skipped}`);
process.exit(failed === 0 ? 0 : 1);
