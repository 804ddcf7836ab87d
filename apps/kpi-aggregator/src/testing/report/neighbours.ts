import { InstitutionalList, type RatingPage } from '@motcua/contracts';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export const evidence = [{ documentNumber: '12/BC-UBND', date: '2022-11-02', file: { name: 'x.pdf', href: '/files/x.pdf' } }];
const commune = (code: string) => ({ code, name: { vi: `Xã ${code}` }, kind: 'commune' as const });
const entry = (document: InstitutionalList['figures'][number]['document']) => ({
  kind: document.kind,
  unit: document.unit,
  version: 1,
  recordedAt: '2022-11-03T00:00:00.000Z',
  supersededBy: null,
  document,
});
const institutional = InstitutionalList.parse({
  unit: 'huyen',
  from: '2022-01-01',
  to: '2022-10-31',
  units: [{ code: 'huyen', name: { vi: 'Huyện' }, kind: 'district-office' }, commune('xa-1'), commune('xa-2'), commune('xa-3')],
  former: [],
  figures: [
    ...['xa-1', 'xa-2'].map((unit) =>
      entry({ kind: 'modern-one-stop', unit, validFrom: '2021-01-01', validTo: null, evidence, modern: true }),
    ),
    ...[
      { unit: 'huyen', validFrom: '2022-03-01', validTo: '2022-03-31', received: 10, answeredOnTime: 9 },
      { unit: 'xa-1', validFrom: '2022-04-01', validTo: '2022-04-30', received: 6, answeredOnTime: 6 },
    ].map((petitions) => entry({ kind: 'petitions', evidence, ...petitions })),
  ],
});
const ratings: RatingPage = {
  unit: 'huyen',
  from: '2022-01-01',
  to: '2022-10-31',
  rated: 20,
  satisfied: 19,
  ratings: [],
  next: null,
};

/** Stands where catalogue and intake stand: answers by their contracts, over HTTP. */
export interface Neighbours {
  readonly url: string;
  /** Paths asked for, with the beginning of what was shown to be let in. */
  seen: string[];
  isAway: boolean;
  /** Whether the catalogue had the unit in the period asked for. */
  hadUnit: boolean;
  close(): Promise<void>;
}

export async function startNeighbours(): Promise<Neighbours> {
  const server = createServer((request, response) => {
    neighbours.seen.push(`${request.url ?? ''} ${request.headers.authorization?.slice(0, 10) ?? ''}`);
    const [status, body] = toAnswer(neighbours, request.url ?? '');
    response.statusCode = status;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const neighbours: Neighbours = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen: [],
    isAway: false,
    hadUnit: true,
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return neighbours;
}

function toAnswer({ isAway, hadUnit }: Neighbours, path: string): [status: number, body: unknown] {
  if (isAway) return [503, { status: 503, code: 'http.unavailable' }];
  if (path.startsWith('/v1/ratings'))
    return [200, path.includes('withoutCounterRatings=true') ? { ...ratings, rated: 16, satisfied: 15 } : ratings];
  return hadUnit ? [200, institutional] : [404, { status: 404, code: 'institutional.not-found' }];
}
