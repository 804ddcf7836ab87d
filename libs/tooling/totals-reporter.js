import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes how many specs passed and failed to the file named by MOTCUA_TOTALS; where none is named it says so. A file that cannot be run has failed. */
export default class TotalsReporter {
  onRunComplete(_contexts, results) {
    const totals = { passed: results.numPassedTests, failed: results.numFailedTests + results.numRuntimeErrorTestSuites };
    const { MOTCUA_TOTALS: file } = process.env;
    if (file === undefined) return console.log(`${totals.passed} passed, ${totals.failed} failed`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(totals));
  }
}
