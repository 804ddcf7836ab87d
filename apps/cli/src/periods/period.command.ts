import { PeriodClose, PeriodCloseList, PeriodComparison } from '@motcua/contracts';
import { printJson, printLines, toExamples } from '@motcua/terminal';
import { Command, Option } from 'commander';
import { listIndicators } from '../board/get-board.ts';
import { closesPath, connectAsHead, connectToRead, getClose, toClosePath } from './period-client.ts';
import { toCloseLines, toComparisonLines, toFigureLines, toListLines } from './period-lines.ts';

interface Options {
  readonly as?: string;
  readonly json?: boolean;
}

/** `motcua period`: months that are closed, and what became of their figures since. */
export function createPeriodCommand(): Command {
  return new Command('period')
    .description(
      'Closes months: what was reported stays as it was, whatever is corrected later. One head proposes, another person confirms.',
    )
    .addHelpText(
      'after',
      toExamples(
        'motcua period close --unit thanh-ba --month 2022-09 --as thanh-ba.head',
        'motcua period list --unit thanh-ba',
        'motcua period confirm 0198d2a0-7c11-7000-8000-000000000001 --as thanh-ba.deputy',
        'motcua period compare 0198d2a0-7c11-7000-8000-000000000001',
      ),
    )
    .addCommand(createCloseCommand())
    .addCommand(
      createDecisionCommand('confirm', 'confirmation', 'Confirms what somebody else proposed. The month is closed for good.'),
    )
    .addCommand(createDecisionCommand('withdraw', 'withdrawal', 'Withdraws a proposal that nobody has confirmed.'))
    .addCommand(createListCommand())
    .addCommand(createShowCommand())
    .addCommand(createCompareCommand());
}

const asOption = (): Option =>
  new Option('--as <staff>', 'which head of the unit it is, on the embedded stack; elsewhere whoever is signed in');
const jsonOption = (what: string): Option => new Option('--json', `print ${what}`);

function createCloseCommand(): Command {
  return new Command('close')
    .description(
      'Proposes to close a month of a unit: figures and the lists behind them are frozen as they are. Somebody else confirms it.',
    )
    .requiredOption('--unit <code>', 'unit whose subtree is closed')
    .requiredOption('--month <YYYY-MM>', 'a month that is over')
    .option('--because <reason>', 'why it is closed although events of the unit are not counted yet; it names nobody')
    .addOption(asOption())
    .addOption(jsonOption('the close'))
    .action(async ({ unit, month, because, as, json = false }: Options & { unit: string; month: string; because?: string }) => {
      const client = await connectAsHead(unit, as);
      const body = { unit, month, ...(because === undefined ? {} : { overrideReason: because }) };
      print(PeriodClose.parse(await client.request(closesPath, { method: 'POST', body })), json);
    });
}

function createDecisionCommand(name: 'confirm' | 'withdraw', path: string, description: string): Command {
  return new Command(name)
    .description(description)
    .argument('<id>', 'id of the close')
    .addOption(asOption())
    .addOption(jsonOption('the close'))
    .action(async (id: string, { as, json = false }: Options) => {
      const { unit } = await getClose(await connectToRead(), id);
      const client = await connectAsHead(unit, as);
      print(PeriodClose.parse(await client.request(`${toClosePath(id)}/${path}`, { method: 'POST' })), json);
    });
}

function createListCommand(): Command {
  return new Command('list')
    .description('Lists the closed months of a unit, and those proposed to be.')
    .requiredOption('--unit <code>', 'whose')
    .addOption(jsonOption('{"closes": […]}'))
    .action(async ({ unit, json = false }: Options & { unit: string }) => {
      const list = PeriodCloseList.parse(await (await connectToRead()).request(closesPath, { query: { unit } }));
      if (json) printJson(list);
      else printLines(...toListLines(unit, list.closes));
    });
}

function createShowCommand(): Command {
  return new Command('show')
    .description('Shows a closed month with its figures as reported.')
    .argument('<id>', 'id of the close')
    .addOption(jsonOption('the close'))
    .action(async (id: string, { json = false }: Options) => {
      const client = await connectToRead();
      const close = await getClose(client, id);
      if (json) printJson(close);
      else printLines(...toCloseLines(close), '', ...toFigureLines(close, await listIndicators(client)));
    });
}

function createCompareCommand(): Command {
  return new Command('compare')
    .description(
      'Shows a closed month as reported and as now known, and which later event of which dossier makes the difference.',
    )
    .argument('<id>', 'id of the close')
    .addOption(jsonOption('the comparison with all of its dossiers'))
    .action(async (id: string, { json = false }: Options) => {
      const client = await connectToRead();
      const ask = async (cursor?: string): Promise<PeriodComparison> =>
        PeriodComparison.parse(await client.request(`${toClosePath(id)}/comparison`, { query: { cursor, limit: 200 } }));
      const first = await ask();
      const dossiers = [...first.dossiers];
      for (let { next } = first; next !== null;) {
        const page = await ask(next);
        dossiers.push(...page.dossiers);
        ({ next } = page);
      }
      if (json) printJson({ ...first, dossiers, next: null });
      else printLines(...toComparisonLines(first, dossiers));
    });
}

function print(close: PeriodClose, json: boolean): void {
  if (json) printJson(close);
  else printLines(...toCloseLines(close));
}
