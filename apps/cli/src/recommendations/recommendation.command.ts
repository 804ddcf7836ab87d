import { randomUUID } from 'node:crypto';
import { createGatewayClient, type GatewayClient } from '@motcua/client';
import { Recommendation, RecommendationPage, type RecommendationRequest, type RecommendationStep } from '@motcua/contracts';
import { parsePeriod, printJson, printLines, toExamples } from '@motcua/terminal';
import { Command, InvalidArgumentError, Option } from 'commander';
import { connectToGateway } from '../connection/connect-to-gateway.ts';
import { toRecommendationLines } from './recommendation-lines.ts';

interface Shown {
  readonly json?: boolean;
}

/** `motcua recommendation`: what a delegation recommends, and what became of it. */
export function createRecommendationCommand(): Command {
  return new Command('recommendation')
    .description('Recommendations of supervising delegations: who has to act, by when, what was done, and what shows it.')
    .addHelpText(
      'after',
      toExamples(
        'motcua recommendation list --unit thanh-ba',
        'motcua recommendation follow-up 0198d2a0-7c11-7000-8000-000000000001 --status done --words "Đã số hóa" --evidence 12/BC-UBND@2023-02-01',
      ),
    )
    .addCommand(createListCommand())
    .addCommand(createMakeCommand())
    .addCommand(createFollowUpCommand());
}

const connect = async (): Promise<GatewayClient> => createGatewayClient(await connectToGateway(), { role: 'admin' });
const idOption = (): Option => new Option('--id <uuid>', 'so that one that is sent twice is one (default: a new one)');

function createListCommand(): Command {
  return new Command('list')
    .description('Lists what was recommended to a unit and those below it, newest first.')
    .requiredOption('--unit <code>', 'the supervised unit')
    .option('--json', 'print {"recommendations": […]}')
    .action(async ({ unit, json = false }: Shown & { readonly unit: string }) => {
      const recommendations = await listAll(await connect(), unit);
      if (json) printJson({ recommendations });
      else printLines(...toRecommendationLines(recommendations, toToday()));
    });
}

async function listAll(client: GatewayClient, unit: string): Promise<Recommendation[]> {
  const found: Recommendation[] = [];
  let cursor: string | undefined;
  do {
    const page = RecommendationPage.parse(await client.request('/v1/recommendations', { query: { unit, cursor, limit: 200 } }));
    found.push(...page.recommendations);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return found;
}

interface MakeOptions extends Shown {
  readonly unit: string;
  readonly owner?: string;
  readonly due: string;
  readonly words: string;
  readonly document: RecommendationRequest['source'];
  readonly period: string;
  readonly figure?: string;
  readonly id?: string;
}

function createMakeCommand(): Command {
  return new Command('make')
    .description('Recommends something to a unit.')
    .requiredOption('--unit <code>', 'the supervised unit')
    .option('--owner <code>', 'the unit that has to act, the same or one below it (default: the same)')
    .requiredOption('--due <date>', 'by when, YYYY-MM-DD')
    .requiredOption('--words <text>', 'what is recommended')
    .requiredOption('--document <number@date>', 'the conclusion, for example 45/KL-HĐND@2022-12-05', parseDocument)
    .requiredOption('--period <from..to>', 'the days that were supervised')
    .option('--figure <id>', 'the figure of the report it is about')
    .addOption(idOption())
    .option('--json', 'print it')
    .action(async ({ unit, owner = unit, due, words, document: source, period, figure, id, json }: MakeOptions) => {
      const body: RecommendationRequest = {
        unit,
        owner,
        due,
        words,
        source,
        period: parsePeriod(period),
        figure: figure ?? null,
      };
      await put(`/v1/recommendations/${id ?? randomUUID()}`, body, json);
    });
}

interface FollowUpOptions extends Shown {
  readonly status: RecommendationStep['status'];
  readonly words: string;
  readonly evidence: RecommendationStep['evidence'];
  readonly id?: string;
}

function createFollowUpCommand(): Command {
  return new Command('follow-up')
    .description('Says what is being done of a recommendation, or that it is done, with evidence.')
    .argument('<recommendation>', 'its id')
    .addOption(new Option('--status <status>').choices(['in-progress', 'done']).makeOptionMandatory())
    .requiredOption('--words <text>', 'what was done, or is being done')
    .option(
      '--evidence <number@date>',
      'a document that shows it; may be given again',
      (text: string, before: RecommendationStep['evidence']) => [...before, parseDocument(text)],
      [],
    )
    .addOption(idOption())
    .option('--json', 'print it')
    .action(async (recommendation: string, { status, words, evidence, id, json }: FollowUpOptions) => {
      const path = `/v1/recommendations/${encodeURIComponent(recommendation)}/steps/${id ?? randomUUID()}`;
      await put(path, { status, words, evidence } satisfies RecommendationStep, json);
    });
}

async function put(path: string, body: object, json = false): Promise<void> {
  const kept = Recommendation.parse(await (await connect()).request(path, { method: 'PUT', body }));
  if (json) printJson(kept);
  else printLines(...toRecommendationLines([kept], toToday()));
}

function parseDocument(text: string): { documentNumber: string; date: string } {
  const [, documentNumber, date] = /^(.+)@(\d{4}-\d{2}-\d{2})$/.exec(text) ?? [];
  if (documentNumber === undefined || date === undefined)
    throw new InvalidArgumentError('Write the number and the date of the document, as 12/BC-UBND@2023-02-01.');
  return { documentNumber, date };
}

const toToday = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
