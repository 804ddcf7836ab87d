import { SupervisionReport, type ReportBoard } from '@motcua/contracts';
import { createUnit } from '@motcua/contracts/testing';
import { waitFor } from '@motcua/testing';
import { createKpiFixture, type KpiFixture, type KpiInstance } from '../kpi-service.ts';
import { createEvent, createSnapshot } from '../snapshot.builder.ts';
import { createCommune, createEntries, createRatings } from './entered.ts';

export const period = 'unit=huyen&from=2022-01-01&to=2022-10-31';

export interface Answer<Body> {
  readonly status: number;
  readonly type: string | null;
  readonly body: Body;
}

interface Asking {
  /** A token; the leader's of the district unless told. */
  readonly as?: string;
}

export interface ReportFixture {
  readonly fixture: KpiFixture;
  readonly service: KpiInstance;
  /** The body is what the contract of the route says; each test looks at what it needs. */
  get<Body>(path: string, asking?: Asking): Promise<Answer<Body>>;
  report(more?: string): Promise<SupervisionReport>;
  close(): Promise<void>;
}

/** The service with nine dossiers of March 2022 on its board, twenty ratings, and what the district and its communes entered. */
export async function startReportFixture(): Promise<ReportFixture> {
  const fixture = await createKpiFixture();
  const service = await fixture.startInstance({ PUBLIC_URL: 'https://motcua.example' });
  await fixture.publishUnits([createUnit('huyen', 'district-office', null, { name: { vi: 'Huyện' } }), ...communes]);
  const token = await fixture.issuer.token({ role: 'leader', unit: 'huyen' });
  const get: ReportFixture['get'] = async <Body>(path: string, { as = token }: Asking = {}) => {
    const response = await fetch(`${service.url}${path}`, { headers: { authorization: `Bearer ${as}` } });
    const type = response.headers.get('content-type');
    const body: unknown = type?.includes('json') === true ? await response.json() : await response.text();
    const answer: Answer<unknown> = { status: response.status, type, body };
    return answer as Answer<Body>;
  };
  await fixture.publish(createDossiers());
  await fixture.publishRatings(createRatings());
  await fixture.publishInstitutional(createEntries());
  await waitFor(
    async () => {
      const board = await get<{ rows: { indicators: Record<string, { value: number }> }[] }>(`/v1/board?${period}`);
      return board.body.rows[0]?.indicators['finished']?.value === 9;
    },
    { describe: 'the dossiers on the board' },
  );
  await waitFor(
    async () => {
      const { body } = await get<ReportBoard>(`/v1/board/report?${period}`);
      const { satisfaction, petitions, 'modern-one-stop': modern } = body.rows[0]?.indicators ?? {};
      return [satisfaction?.denominator, petitions?.denominator, modern?.numerator].join(' ') === '20 16 2';
    },
    { describe: 'ratings and entries beside them' },
  );
  return {
    fixture,
    service,
    get,
    report: async (more = '') => SupervisionReport.parse((await get(`/v1/reports/supervision?${period}${more}`)).body),
    close: () => fixture.close(),
  };
}

const communes = ['xa-1', 'xa-2', 'xa-3'].map(createCommune);

const at = (day: number, hour = 2): string => new Date(Date.UTC(2022, 2, day, hour)).toISOString();

/** Four at the district, three of them online; five in a commune, one online and one late. */
function createDossiers() {
  const place = (unit: string, kind: 'district-office' | 'commune', path: string[]) => ({
    responsibleUnit: unit,
    responsiblePath: path,
    responsibleKind: kind,
    handlingUnit: unit,
  });
  const district = place('huyen', 'district-office', ['huyen']);
  const inCommune = place('xa-1', 'commune', ['huyen', 'xa-1']);
  return Array.from({ length: 9 }, (_, index) => {
    const isDistrict = index < 4;
    const isOnline = isDistrict ? index < 3 : index === 4;
    const due = at(index === 8 ? 2 : 20);
    const base = createSnapshot({
      ...(isDistrict ? district : inCommune),
      channel: isOnline ? 'online' : 'in-person',
      serviceLevel: index === 0 ? 'partial' : 'full',
      receivedAt: at(1 + index),
      currentDue: due,
      originalDue: due,
      due766: due,
    });
    const endedAt = at(1 + index, 5);
    return [
      createEvent('received', base),
      createEvent('processed', { ...base, dossierVersion: 2, status: 9, endedAt, endedBy: 'processed', occurredAt: endedAt }),
    ];
  }).flat();
}

export const findFigure = ({ figures }: SupervisionReport, id: string) => figures.find((one) => one.id === id);
