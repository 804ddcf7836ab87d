import { Command } from 'commander';
import { formatCount, printJson, printLines, toExamples, createProgress } from '@motcua/terminal';
import { parseAsOf } from '@motcua/terminal/as-of';
import { importFile, type ImportPhase } from './import-file.ts';
import type { ImportReport } from './import-report.ts';
import { toReportLines } from './print-report.ts';
import { readMapping } from './read-mapping.ts';
import { openRejectsFile } from './rejects-file.ts';
import { createGatewayClient } from '@motcua/client';
import { connectToGateway } from '../connection/connect-to-gateway.ts';

interface ImportOptions {
  readonly mapping: string;
  readonly asOf?: string;
  readonly rejects?: string;
  readonly json?: boolean;
}

/** `motcua import`: a file of a publisher or a legacy system, through the same door as every event. */
export function createImportCommand(): Command {
  return new Command('import')
    .description(
      'Imports dossiers from a .csv, .csv.gz or .ndjson file. Interrupted or repeated, it adds only what is missing.\n' +
        'Exits 0 when the file was read to its end; rejected rows are named in the report.',
    )
    .argument('<file>', '.csv, .csv.gz, .ndjson or .ndjson.gz')
    .requiredOption('--mapping <file>', 'how its columns become dossiers, YAML')
    .option('--as-of <moment>', 'moment for which the publisher’s verdicts are compared, ISO 8601 with an offset (default: now)')
    .option('--rejects <file>', 'write rejected rows there, one JSON object a line')
    .option('--json', 'print {"rows", "dossiers", "events", "alreadyThere", "rejected", "registered", "verdicts", …}')
    .addHelpText(
      'after',
      toExamples(
        'motcua import data/samples/boston-311-2015.csv.gz --mapping data/mappings/boston-311.yaml --as-of 2016-01-12T16:00:00-05:00',
        'motcua import data/samples/permit-receipt-nl.csv.gz --mapping data/mappings/permit-receipt-nl.yaml --json',
      ),
    )
    .action(async (file: string, options: ImportOptions) => {
      const report = await runImport(file, options);
      if (options.json === true) printJson(report);
      else printLines(...toReportLines(report));
    });
}

async function runImport(file: string, options: ImportOptions): Promise<ImportReport> {
  const mapping = await readMapping(options.mapping);
  const asOf = options.asOf === undefined ? Date.now() : parseAsOf(options.asOf);
  const gateway = await connectToGateway();
  const client = createGatewayClient(gateway, { role: 'admin' });
  const source = createGatewayClient(gateway, { role: 'source', source: mapping.source, unit: mapping.root.code });
  const rejects = options.rejects === undefined ? undefined : await openRejectsFile(options.rejects);
  try {
    const progress = createProgress({ stream: process.stderr });
    return await progress.step(`importing ${file}`, (say) =>
      importFile({
        file,
        mapping,
        client,
        source,
        asOf,
        onProgress: (stage, done, total) => {
          say(toDetail(stage, done, total));
        },
        onRejected: (row) => rejects?.write(row),
      }),
    );
  } finally {
    await rejects?.close();
  }
}

const BAR = 24;

function toDetail(stage: ImportPhase, done: number, total: number): string {
  switch (stage) {
    case 'reading': {
      const share = total === 0 ? 1 : done / total;
      const filled = Math.round(share * BAR);
      return `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${Math.floor(share * 100)} %`;
    }
    case 'projecting':
      return `projecting, ${formatCount(total - done)} events to go`;
    case 'comparing':
      return 'comparing the publisher’s verdicts with the system’s';
  }
}
