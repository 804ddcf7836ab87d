import type { ClocksVerification, RatingsVerification, StoredFilesVerification, VerifyReport } from '@motcua/contracts';
import { Command } from 'commander';
import { requestVerification } from './request-verification.ts';
import { connectToGateway } from '../../connection/connect-to-gateway.ts';
import { CliError, printJson, printLines, toExamples, createProgress } from '@motcua/terminal';
import { compareChains, toChainLines } from './compare-chains.ts';
import { askGateway, compareClocks, compareRatings, compareStoredFiles } from './compare-parts.ts';
import { combine, exitCodes, type Part } from './outcome.ts';
import { toClockLines, toFigureLines, toRatingLines, toStoredFileLines } from './verify-lines.ts';

/** What was compared; of one unit the figures alone. */
interface Verification {
  readonly figures: VerifyReport;
  readonly storedFiles?: Part<StoredFilesVerification>;
  readonly ratings?: Part<RatingsVerification>;
  readonly clocks?: Part<ClocksVerification>;
}

/** `motcua verify`: the projection against a recomputation from the event table, files against contents, ratings against their log, clocks against events. */
export function createVerifyCommand(): Command {
  return new Command('verify')
    .description(
      'Recomputes every fact, cell and figure from the event table by another path and lists each difference: figures of now, of past\n' +
        'moments and by officer, the dossiers behind each, and closed months as they were known then; then compares the files of dossiers with the contents that are kept, ratings\n' +
        'with their log, and open clocks with the event table.\n' +
        'Exit code 0: equal · 1: different · 2: not comparable now, with the reason.',
    )
    .option('--audit', 'the chains over the audit logs instead: whether an entry was changed or taken away')
    .option('--unit <code>', 'only the figures of this unit; no files, ratings or clocks')
    .option(
      '--json',
      'print {"outcome", "reason", "position", "checked", "differences", "differenceCount", "parts", "storedFiles", "ratings", "clocks"}',
    )
    .addHelpText(
      'after',
      toExamples('motcua verify', 'motcua verify --unit xa-thanh-ba', 'motcua verify --audit', 'motcua verify --json'),
    )
    .action(async ({ unit, audit = false, json = false }: { unit?: string; audit?: boolean; json?: boolean }) => {
      if (audit) return verifyAudit(json);
      const verification = await verify(unit).catch(toNotComparable);
      const { figures, storedFiles, ratings, clocks } = verification;
      const parts = { figures, ...(storedFiles && { storedFiles }), ...(ratings && { ratings }), ...(clocks && { clocks }) };
      const combined = combine(Object.values(parts));
      if (json) printJson(toJson(verification, combined));
      else
        printLines(
          ...toFigureLines(figures),
          ...(storedFiles === undefined ? [] : toStoredFileLines(storedFiles)),
          ...(ratings === undefined ? [] : toRatingLines(ratings)),
          ...(clocks === undefined ? [] : toClockLines(clocks)),
        );
      process.exitCode = exitCodes[combined.outcome];
    });
}

async function verifyAudit(json: boolean): Promise<void> {
  const parts = await compareChains(askGateway(await connectToGateway().catch(toNotComparable)));
  const combined = combine(parts);
  if (json) printJson({ ...combined, chains: parts });
  else printLines(...toChainLines(parts));
  process.exitCode = exitCodes[combined.outcome];
}

async function verify(unit: string | undefined): Promise<Verification> {
  const gateway = await connectToGateway();
  const progress = createProgress({ stream: process.stderr });
  const figures = await progress.step('recomputing every figure from the event table', () => requestVerification(gateway, unit));
  if (unit !== undefined) return { figures };
  const storedFiles = await progress.step('reading every stored file', () => compareStoredFiles(askGateway(gateway)));
  const ratings = await progress.step('counting the ratings anew', () => compareRatings(askGateway(gateway)));
  const clocks = await progress.step('comparing every clock', () => compareClocks(askGateway(gateway)));
  return { figures, storedFiles, ratings, clocks };
}

/** Nothing was compared, so nothing was found different: a stack that does not answer is exit code 2, not 1. */
function toNotComparable(error: unknown): never {
  if (!(error instanceof CliError)) throw error;
  const { code, message, hint, cause } = error;
  throw new CliError({ code, message, ...(hint === undefined ? {} : { hint }), cause, exitCode: exitCodes['not-comparable'] });
}

/** The report on figures as it was, with the verdict on all; beside it what else was compared. */
function toJson({ figures, storedFiles, ratings, clocks }: Verification, combined: ReturnType<typeof combine>): object {
  return {
    ...figures,
    ...combined,
    parts: {
      figures: figures.outcome,
      storedFiles: storedFiles?.outcome ?? null,
      ratings: ratings?.outcome ?? null,
      clocks: clocks?.outcome ?? null,
    },
    storedFiles: storedFiles?.report ?? null,
    ratings: ratings?.report ?? null,
    clocks: clocks?.report ?? null,
  };
}
