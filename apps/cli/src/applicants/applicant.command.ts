import { createGatewayClient, type GatewayClient } from '@motcua/client';
import { ApplicantErasure, ApplicantErasureList, erasureGrounds, keepingReasons } from '@motcua/contracts';
import { printJson, printLines, toExamples } from '@motcua/terminal';
import { Command, Option } from 'commander';
import { connectToGateway } from '../connection/connect-to-gateway.ts';
import { toErasureLines, toListLines } from './erasure-lines.ts';

interface Options {
  readonly as?: string;
  readonly json?: boolean;
}

/** `motcua applicant`: what is known of an applicant goes, on their request. */
export function createApplicantCommand(): Command {
  return new Command('applicant')
    .description('Erases the personal data of an applicant on their request: one person asks, another one approves.')
    .addHelpText('after', toExamples('motcua applicant erase 0198d2a0-7c11-7000-8000-000000000001', 'motcua applicant waiting'))
    .addCommand(createEraseCommand())
    .addCommand(createWaitingCommand())
    .addCommand(createErasedCommand())
    .addCommand(
      createDecisionCommand('approve', 'Approves what somebody else asked for. What is erased then cannot be brought back.'),
    )
    .addCommand(
      createDecisionCommand('reject', 'Rejects what somebody else asked for: the law may ask for the data to be kept.').addOption(
        new Option('--reason <code>', 'why the data are kept; whoever asked reads it').choices(keepingReasons),
      ),
    )
    .addCommand(createTakeBackCommand());
}

const connect = async (subject: string | undefined): Promise<GatewayClient> =>
  createGatewayClient(await connectToGateway(), { role: 'admin', subject });
const asOption = (): Option => new Option('--as <staff>', 'who it is, on the embedded stack; elsewhere whoever is signed in');

function createEraseCommand(): Command {
  return new Command('erase')
    .description(
      'Asks for everything that is known of the applicant of a dossier to be erased: name, numbers, addresses, words about them, and the\n' +
        'papers they handed in. Events, figures and results stay. The dossier must be over.',
    )
    .argument('<dossier>', 'id of the dossier')
    .addOption(new Option('--ground <code>', 'why').choices(erasureGrounds).default('applicant-asked'))
    .addOption(asOption())
    .option('--json', 'print the record of the erasure')
    .action(async (dossier: string, { ground, as, json = false }: Options & { readonly ground: string }) => {
      const client = await connect(as);
      const path = `/v1/dossiers/${encodeURIComponent(dossier)}/applicant-erasure`;
      print(ApplicantErasure.parse(await client.request(path, { method: 'POST', body: { ground } })), json);
    });
}

function createWaitingCommand(): Command {
  return new Command('waiting')
    .description('Lists what waits for a decision, the oldest first.')
    .option('--unit <code>', 'of dossiers of this unit and those below it')
    .option('--json', 'print {"erasures": […]}')
    .action(async ({ unit, json = false }: Options & { readonly unit?: string }) => {
      printList(await listErasures({ state: 'waiting', unit }), 'waiting', json);
    });
}

function createErasedCommand(): Command {
  return new Command('erased')
    .description(
      'Lists whose data were erased, the first first. A backup of before still holds them: after a restore each of these is asked for and\n' +
        'approved again. So keep the list beside the backups; it names nobody.',
    )
    .option('--since <moment>', 'from this moment on, as 2026-11-01T00:00:00+07:00')
    .option('--unit <code>', 'of dossiers of this unit and those below it')
    .option('--json', 'print {"erasures": […]}')
    .addHelpText('after', toExamples('motcua applicant erased --since 2026-11-01T00:00:00+07:00 --json'))
    .action(async ({ since, unit, json = false }: Options & { readonly since?: string; readonly unit?: string }) => {
      printList(await listErasures({ state: 'erased', since, unit }), 'erased', json);
    });
}

type Question = Readonly<Record<'state' | 'since' | 'unit', string | undefined>>;

/** All of them, question by question; what two answers have is taken once. */
async function listErasures({ since: first, ...question }: Partial<Question>): Promise<ApplicantErasureList['erasures']> {
  const client = await connect(undefined);
  const found = new Map<string, ApplicantErasureList['erasures'][number]>();
  for (let since = first, more = true; more;) {
    const given = Object.entries({ ...question, since }).filter((entry): entry is [string, string] => entry[1] !== undefined);
    const list = ApplicantErasureList.parse(
      await client.request(`/v1/applicant-erasures?${new URLSearchParams(given).toString()}`),
    );
    for (const erasure of list.erasures) found.set(erasure.dossierId, erasure);
    more = list.next !== null && list.next !== since;
    since = list.next ?? undefined;
  }
  return [...found.values()];
}

function printList(erasures: readonly ApplicantErasure[], state: 'waiting' | 'erased', json: boolean): void {
  if (json) printJson({ erasures });
  else printLines(...toListLines(erasures, state));
}

function createDecisionCommand(decision: 'approve' | 'reject', description: string): Command {
  return new Command(decision)
    .description(description)
    .argument('<dossier>', 'id of the dossier')
    .addOption(asOption())
    .option('--json', 'print the record of the erasure')
    .action(async (dossier: string, { as, reason, json = false }: Options & { readonly reason?: string }) => {
      const path = `/v1/dossiers/${encodeURIComponent(dossier)}/applicant-erasure/decision`;
      const body = { decision, ...(reason === undefined ? {} : { reason }) };
      const decided = await (await connect(as)).request(path, { method: 'POST', body });
      print(ApplicantErasure.parse(decided), json);
    });
}

function createTakeBackCommand(): Command {
  return new Command('take-back')
    .description('Takes back what one asked for oneself, while nobody has decided on it.')
    .argument('<dossier>', 'id of the dossier')
    .addOption(asOption())
    .option('--json', 'print the record of the erasure')
    .action(async (dossier: string, { as, json = false }: Options) => {
      const path = `/v1/dossiers/${encodeURIComponent(dossier)}/applicant-erasure/take-back`;
      print(ApplicantErasure.parse(await (await connect(as)).request(path, { method: 'POST' })), json);
    });
}

function print(erasure: ApplicantErasure, json: boolean): void {
  if (json) printJson(erasure);
  else printLines(...toErasureLines(erasure));
}
