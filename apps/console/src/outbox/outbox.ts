import { ApiProblem } from '../api/problem.ts';
import { request } from '../api/request.ts';

/** A command as it is sent, time and again until it is answered; its key makes it one command. */
export interface WaitingCommand {
  /** Sorts by when it was given. */
  readonly id: string;
  readonly key: string;
  readonly path: string;
  readonly body: unknown;
  /** What it was made of, as its page has it: so that a refused one can be mended. */
  readonly draft?: unknown;
  /** What it is called in the list of those that wait. */
  readonly label: string;
  /** Why the API does not take it, as its problem says: it is not sent again. */
  readonly refused?: { readonly status: number; readonly body: ApiProblem['body'] };
}

export type Sent =
  | { readonly kind: 'answered'; readonly answer: unknown }
  | { readonly kind: 'refused'; readonly problem: ApiProblem }
  /** Nobody knows what became of it; it stays, and is sent again. */
  | { readonly kind: 'waiting' };

/** Where commands wait. */
export interface CommandStore {
  keep(command: WaitingCommand): Promise<void>;
  drop(id: string): Promise<void>;
  list(): Promise<readonly WaitingCommand[]>;
}

export type Send = (command: WaitingCommand) => Promise<unknown>;

export const sendOverNetwork: Send = ({ path, body, key }) => request(path, { method: 'POST', body, idempotencyKey: key });

/**
 * Sends a command that is kept already, and removes it once it was answered.
 *
 * @returns what became of it; a refusal stays kept, so that nothing typed is lost
 */
export async function sendKept(store: CommandStore, command: WaitingCommand, send: Send): Promise<Sent> {
  try {
    const answer = await send(command);
    await store.drop(command.id);
    return { kind: 'answered', answer };
  } catch (error) {
    if (!(error instanceof ApiProblem) || isPassing(error)) return { kind: 'waiting' };
    await store.keep({ ...command, refused: { status: error.status, body: error.body } });
    return { kind: 'refused', problem: error };
  }
}

/** Sends what waits, in the order it was given; the first that finds no network ends it. */
export async function sendAll(
  store: CommandStore,
  send: Send,
  onAnswered: (command: WaitingCommand, answer: unknown) => void,
): Promise<void> {
  for (const command of await store.list()) {
    if (command.refused !== undefined) continue;
    const sent = await sendKept(store, command, send);
    if (sent.kind === 'waiting') return;
    if (sent.kind === 'answered') onAnswered(command, sent.answer);
  }
}

/** Whether the same request may be taken a moment later: no session, too many, or the service is not there. */
const isPassing = ({ status }: ApiProblem): boolean => status === 401 || status === 408 || status === 429 || status >= 500;
