import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** How the double answers one request. */
export type Behaviour =
  | { readonly kind: 'well' }
  | { readonly kind: 'busy'; readonly retryAfter: string }
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly kind: 'code'; readonly code: number; readonly message: string }
  | { readonly kind: 'slow'; readonly afterMs: number }
  /** Takes the message and never answers. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'hang-up' }
  | { readonly kind: 'garbled' };

export interface DoubleRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface ProviderDouble {
  readonly url: string;
  /** Every request that came, in order. */
  readonly requests: readonly DoubleRequest[];
  /** The messages it would have passed on: one for each that it took, doubles left out as the provider leaves them out. */
  readonly taken: readonly DoubleRequest[];
  /** Of the next requests, in order; after them it behaves well. */
  behave(...behaviours: readonly Behaviour[]): void;
  close(): Promise<void>;
}

interface Dialect {
  /** What the provider knows a message by, where it refuses doubles. */
  idOf(request: DoubleRequest): string | undefined;
  answerWell(request: DoubleRequest, n: number, isDouble: boolean): { readonly status: number; readonly body: unknown };
  answerCode(code: number, message: string): unknown;
}

const sms: Dialect = {
  idOf: ({ body }) => (JSON.parse(body) as { RequestId: string }).RequestId,
  answerWell: (_request, n, isDouble) => ({
    status: 200,
    body: isDouble
      ? { CodeResult: '124', ErrorMessage: 'Duplicate RequestId' }
      : { CodeResult: '100', CountRegenerate: 0, SMSID: `sms-${n}` },
  }),
  answerCode: (code, message) => ({ CodeResult: String(code), ErrorMessage: message }),
};

const zalo: Dialect = {
  idOf: () => undefined,
  answerWell: (_request, n) => ({
    status: 200,
    body: {
      error: 0,
      message: 'Success',
      data: { msg_id: `zns-${n}`, sent_time: '1764150000000', quota: { dailyQuota: '500', remainingQuota: '499' } },
    },
  }),
  answerCode: (code, message) => ({ error: code, message }),
};

const webhook: Dialect = {
  idOf: ({ headers }) => String(headers['webhook-id']),
  answerWell: () => ({ status: 202, body: 'taken' }),
  answerCode: (code) => ({ code }),
};

const dialects = { sms, zalo, webhook };

/** A provider on this machine: answers as the published interface says, and misbehaves on demand. */
export async function startProviderDouble(name: keyof typeof dialects): Promise<ProviderDouble> {
  const dialect: Dialect = dialects[name];
  const requests: DoubleRequest[] = [];
  const taken: DoubleRequest[] = [];
  const known = new Set<string>();
  const coming: Behaviour[] = [];
  const sockets = new Set<Socket>();

  const take = (request: DoubleRequest): boolean => {
    const id = dialect.idOf(request);
    const isDouble = id !== undefined && known.has(id);
    if (id !== undefined) known.add(id);
    if (!isDouble) taken.push(request);
    return isDouble;
  };
  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const request = { path: incoming.url ?? '', headers: incoming.headers, body: await readText(incoming) };
    requests.push(request);
    const behaviour = coming.shift() ?? { kind: 'well' };
    const well = (): void => {
      const { status, body } = dialect.answerWell(request, requests.length, take(request));
      answer(outgoing, status, typeof body === 'string' ? body : JSON.stringify(body));
    };
    switch (behaviour.kind) {
      case 'well':
        well();
        return;
      case 'slow':
        setTimeout(well, behaviour.afterMs).unref();
        return;
      case 'silent':
        take(request);
        return;
      case 'hang-up':
        incoming.socket.destroy();
        return;
      case 'garbled':
        answer(outgoing, 200, '<html>Bảo trì hệ thống</html>');
        return;
      case 'busy':
        answer(outgoing, 429, 'slow down', { 'retry-after': behaviour.retryAfter });
        return;
      case 'status':
        answer(outgoing, behaviour.status, `no: ${request.body}`, behaviour.headers);
        return;
      case 'code':
        answer(outgoing, 200, JSON.stringify(dialect.answerCode(behaviour.code, behaviour.message)));
    }
  };

  const server = createServer((incoming, outgoing) => void serve(incoming, outgoing));
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests,
    taken,
    behave: (...behaviours) => {
      coming.push(...behaviours);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function answer(outgoing: ServerResponse, status: number, body: string, headers: Readonly<Record<string, string>> = {}): void {
  outgoing.writeHead(status, { 'content-type': 'application/json', ...headers });
  outgoing.end(body);
}

async function readText(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
