import type { OneTimeCodeSent, SendOneTimeCode } from '@motcua/contracts';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface NotificationDouble {
  readonly url: string;
  /** What it was asked to send, in order. */
  readonly sent: SendOneTimeCode[];
  /** Who asked, as the tokens say. */
  readonly tokens: string[];
  /** Of the next questions, in order; after them it sends. `broken`: an error in place of an answer; `silent`: none, until `answerAll`. */
  readonly coming: (OneTimeCodeSent['outcome'] | 'broken' | 'silent')[];
  /** Tells those who still wait that it was sent. */
  answerAll(): void;
  close(): Promise<void>;
}

/** What notification is to us: somebody who is told a code and says what became of it. Its own spec has it send. */
export async function startNotificationDouble(): Promise<NotificationDouble> {
  const sent: SendOneTimeCode[] = [];
  const tokens: string[] = [];
  const coming: NotificationDouble['coming'] = [];
  const waiting: (() => void)[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      if (request.method !== 'POST' || request.url !== '/v1/one-time-codes') return response.writeHead(404).end();
      tokens.push(request.headers.authorization ?? '');
      sent.push(JSON.parse(body) as SendOneTimeCode);
      const outcome = coming.shift() ?? 'sent';
      if (outcome === 'broken') return response.writeHead(500).end('{}');
      const answer = (said: OneTimeCodeSent['outcome']) =>
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ outcome: said }));
      if (outcome !== 'silent') return answer(outcome);
      waiting.push(() => {
        answer('sent');
      });
      return undefined;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    sent,
    tokens,
    coming,
    answerAll: () => {
      for (const answer of waiting.splice(0)) answer();
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
