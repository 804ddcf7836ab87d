import {
  DossierView,
  RatingToken,
  type DossierAction,
  type DossierSnapshot,
  type OpenDossier,
  type RatingAnswer,
} from '@motcua/contracts';
import { type ScanPlace, uploadScan } from '../scenario/digitization/upload-scan.ts';
import { createGatewayClient, type GatewayClient, toCliError, isAway, type Role, type GatewayConnection } from '@motcua/client';

/** The answer to a command: the dossier after it, or the code of a refusal. */
export type CounterAnswer = { readonly dossier: DossierSnapshot } | { readonly refused: string };

/** The people of one unit at their screens: each action is sent by somebody who may do it. */
export interface CounterHandler {
  readonly unit: string;
  open(dossier: Omit<OpenDossier, 'unit'>): Promise<CounterAnswer>;
  act(dossierId: string, action: DossierAction, body: Readonly<Record<string, unknown>>): Promise<CounterAnswer>;
  /** The code of a refusal; undefined: it was done. Rejects where nobody can answer at the moment. */
  scan(place: ScanPlace, scan: Uint8Array<ArrayBuffer>): Promise<string | undefined>;
  /** What a citizen answers to the question that the counter hands over with the result. */
  rate(dossierId: string, answers: readonly RatingAnswer[]): Promise<string | undefined>;
}

/** The head may do everything in a unit, except what is named here for `admin`. */
const whoDoes: Partial<Readonly<Record<DossierAction, Role>>> = {
  receive: 'counter',
  refuse: 'counter',
  'receive-supplement': 'counter',
  'confirm-payment': 'counter',
  'request-withdrawal': 'counter',
  return: 'counter',
  transfer: 'specialist',
  'request-supplement': 'specialist',
  'request-payment': 'specialist',
  process: 'specialist',
  reassign: 'admin',
  redate: 'admin',
};

export function createCounterHandler(stack: GatewayConnection, unit: string): CounterHandler {
  const clients = new Map<Role, GatewayClient>();
  const clientOf = (role: Role): GatewayClient => {
    const known = clients.get(role);
    if (known !== undefined) return known;
    const client = createGatewayClient(stack, { role, unit, subject: `${unit}.${role}` });
    clients.set(role, client);
    return client;
  };
  return {
    unit,
    open: (dossier) => post(clientOf('counter'), '/v1/dossiers', { ...dossier, unit }),
    act: (dossierId, action, body) => post(clientOf(whoDoes[action] ?? 'head'), `/v1/dossiers/${dossierId}/${action}`, body),
    scan: async (place, scan) => (await uploadScan(clientOf('counter'), place, scan))?.code,
    rate: (dossierId, answers) => rate(stack.gatewayUrl, clientOf('counter'), { dossierId, answers }),
  };
}

interface Answers {
  readonly dossierId: string;
  readonly answers: readonly RatingAnswer[];
}

/** The counter asks for the token; the citizen uses it without signing in. */
async function rate(gatewayUrl: string, counter: GatewayClient, { dossierId, answers }: Answers): Promise<string | undefined> {
  const asked = await counter.fetch(`/v1/dossiers/${dossierId}/rating-token`, { method: 'POST' });
  const text = await asked.text();
  if (!asked.ok) return toRefusal(asked, text);
  const { token } = RatingToken.parse(JSON.parse(text));
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ token, answers });
  const given = await fetch(new URL('/v1/ratings', gatewayUrl), { method: 'POST', headers, body });
  return given.ok ? undefined : toRefusal(given, await given.text());
}

/** The code of an expected "no". @throws CliError where somebody cannot answer at the moment */
function toRefusal(response: Response, text: string): string {
  const failure = toCliError(response, text);
  if (isAway(failure)) throw failure;
  return failure.code;
}

/** A 4xx is the service's expected "no"; anything else that fails throws a CliError. */
async function post(client: GatewayClient, path: string, body: unknown): Promise<CounterAnswer> {
  const response = await client.fetch(path, { method: 'POST', body });
  const text = await response.text();
  if (response.ok) return { dossier: DossierView.shape.dossier.parse((JSON.parse(text) as { dossier: unknown }).dossier) };
  const failure = toCliError(response, text);
  if (response.status >= 400 && response.status < 500 && response.status !== 401) return { refused: failure.code };
  throw failure;
}
