import { DossierView, type DossierAction, type DossierSnapshot, type OpenDossier } from '@motcua/contracts';
import { createGatewayClient, toCliError, type GatewayClient } from '../stack/gateway-client.ts';
import type { Role } from '../stack/embedded-auth.ts';
import type { StackConnection } from '../stack/stack-connection.ts';

/** The answer to a command: the dossier after it, or the code of a refusal. */
export type DeskAnswer = { readonly dossier: DossierSnapshot } | { readonly refused: string };

/** The people of one unit at their screens: each action is sent by somebody who may do it. */
export interface CounterDesk {
  readonly unit: string;
  open(dossier: Omit<OpenDossier, 'unit'>): Promise<DeskAnswer>;
  act(dossierId: string, action: DossierAction, body: Readonly<Record<string, unknown>>): Promise<DeskAnswer>;
}

const whoDoes: Readonly<Record<DossierAction, Role>> = {
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
  extend: 'head',
  stop: 'head',
  correct: 'head',
  reassign: 'admin',
  redate: 'admin',
};

export function createCounterDesk(stack: StackConnection, unit: string): CounterDesk {
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
    act: (dossierId, action, body) => post(clientOf(whoDoes[action]), `/v1/dossiers/${dossierId}/${action}`, body),
  };
}

/** A 4xx is the service's expected "no"; anything else that fails throws a CliError. */
async function post(client: GatewayClient, path: string, body: unknown): Promise<DeskAnswer> {
  const response = await client.fetch(path, { method: 'POST', body });
  const text = await response.text();
  if (response.ok) return { dossier: DossierView.shape.dossier.parse((JSON.parse(text) as { dossier: unknown }).dossier) };
  const failure = toCliError(response, text);
  if (response.status >= 400 && response.status < 500 && response.status !== 401) return { refused: failure.code };
  throw failure;
}
