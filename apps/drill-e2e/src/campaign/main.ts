import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { workspaceRoot } from '@motcua/testing/stack';
import { addEvidence, evidenceFile, readEvidence } from '../evidence/evidence-file.ts';
import type { ScheduleResult } from '../evidence/schedule-result.ts';
import { readRepairs } from '../evidence/repair.ts';
import { toTable } from '../evidence/to-table.ts';
import { faults } from '../faults/faults.ts';
import { promises } from '../oracle/violation.ts';
import { chooseLead } from '../schedule/choose-lead.ts';
import { drawSchedule, type Schedule } from '../schedule/draw-schedule.ts';
import { runCampaign } from './run-campaign.ts';

/**
 * What `motcua drill` runs: `--seeds <count>` or `--minutes <count>` more schedules behind those of the evidence, or `--seed <seed>` once more;
 * `--fault <class>` has that class lead, and `--until-broken` ends with the first promise that is broken.
 * Exit code 1 where a promise was broken.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    minutes: { type: 'string' },
    seed: { type: 'string' },
    fault: { type: 'string' },
    evidence: { type: 'string' },
    'until-broken': { type: 'boolean' },
    json: { type: 'boolean' },
  },
});
const file = values.evidence ?? evidenceFile;
const known = await readEvidence(file);
const classes = faults.map(({ name }) => name);
const results: ScheduleResult[] = [];
const { next, describe } = plan();

// The mail catcher says where it listens; standard output is for what was asked for.
console.info = console.error;

// A stack that is left standing would be somebody's to find.
const stopping = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const)
  process.once(name, () => {
    stopping.abort();
  });

process.stderr.write(`${describe}; ${known.length} schedules are in the evidence.\n`);
await runCampaign({
  next,
  signal: stopping.signal,
  onResult: async (result) => {
    results.push(result);
    process.stderr.write(toLines(result));
    // A repetition is a look at what is known, and no further evidence.
    if (values.seed === undefined) await addEvidence(result, file);
  },
});
const table = toTable(await readEvidence(file), classes, await readRepairs());
if (values.json === true) process.stdout.write(`${JSON.stringify({ schedules: results })}\n`);
else if (values.seed === undefined) process.stdout.write(`${table}\n`);
if (values.seed === undefined && file === evidenceFile) await writeSection(table);
// Faults of a schedule that was given up would go on striking.
if (stopping.signal.aborted) process.exit(130);
if (results.some(({ violations }) => violations.length > 0)) process.exitCode = 1;

function plan(): { readonly next: () => Schedule | undefined; readonly describe: string } {
  if (values.seed !== undefined) {
    const seed = Number(values.seed);
    const schedules = [drawSchedule(seed, values.fault ?? findLed(seed))];
    return { next: () => schedules.shift(), describe: `Schedule ${values.seed}` };
  }
  let seed = Math.max(0, ...known.map((result) => result.seed));
  const isOver = (): boolean => values['until-broken'] === true && results.some(({ violations }) => violations.length > 0);
  const draw = (): Schedule | undefined =>
    isOver() ? undefined : drawSchedule(++seed, values.fault ?? chooseLead([...known, ...results], classes));
  if (values.minutes !== undefined) {
    const until = Date.now() + Number(values.minutes) * 60_000;
    return { next: () => (Date.now() < until ? draw() : undefined), describe: `Schedules for ${values.minutes} minutes` };
  }
  const last = seed + Number(values.seeds ?? '3');
  return { next: () => (seed < last ? draw() : undefined), describe: `Schedules ${seed + 1} to ${last}` };
}

/** As the evidence says; of a schedule that has not been run yet a class in its turn. */
function findLed(seed: number): string {
  const led = known.find((result) => result.seed === seed)?.led ?? classes[(seed - 1) % classes.length];
  if (led === undefined) throw new Error(`A seed is a number from 1 on, and not "${seed}".`);
  return led;
}

function toLines({ seed, faults: struck, commands, catchUpMs, seen, violations }: ScheduleResult): string {
  const what = struck.map(({ name, target, struck: times }) => `${name} (${target})${times === 0 ? ' MISSED' : ''}`).join(', ');
  const end = violations.length > 0 ? 'BROKEN' : `caught up in ${((catchUpMs ?? 0) / 1000).toFixed(1)} s`;
  const lines = violations.map((violation) => `      ${promises[violation.promise]}: ${violation.what}`);
  return [`${String(seed).padStart(5)}  ${what}: ${commands} commands, ${end}; ${JSON.stringify(seen)}`, ...lines, ''].join('\n');
}

/** The part of docs/reliability.md that is the campaign's. */
function writeSection(text: string): Promise<void> {
  const writer = resolve(workspaceRoot, 'libs/tooling/src/reliability/main.ts');
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [...process.execArgv, writer, 'campaign'], {
      cwd: workspaceRoot,
      stdio: ['pipe', 'inherit', 'inherit'],
    });
    child.on('error', fail);
    child.on('close', (code) => {
      if (code === 0) done();
      else fail(new Error(`${writer} ended with ${code ?? 'a signal'}.`));
    });
    child.stdin.end(text);
  });
}
