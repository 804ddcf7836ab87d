import { appendFileSync } from 'node:fs';

/** Adds the run's counts to the file named by MOTCUA_TOTALS, so that `npm test` can end with one sum over all its Jest runs. */
export default class TotalsReporter {
  onRunComplete(_contexts, results) {
    const run = { passed: results.numPassedTests, failed: results.numFailedTests + results.numRuntimeErrorTestSuites };
    if (process.env.MOTCUA_TOTALS) appendFileSync(process.env.MOTCUA_TOTALS, `${JSON.stringify(run)}\n`);
    else console.log(`${run.passed} passed, ${run.failed} failed`);
  }
}
