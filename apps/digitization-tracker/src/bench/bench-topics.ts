import { referenceKinds, type ProcedureDocument, type UnitDocument } from '@motcua/contracts';
import type { KafkaClientPort } from '@motcua/kafka';
import { toTestTopicNames, type TopicNames } from '@motcua/service';
import { randomUUID } from 'node:crypto';
import { DossierHistory } from '../testing/dossier-history.builder.ts';

/** Who answers for the dossiers. */
export const UNIT = 'dong-xuan';
const PROCEDURE = '1.000894';
const PARTITIONS = 2;

const always = { validFrom: '2000-01-01', validTo: null };
const unit: UnitDocument = { code: UNIT, name: { vi: 'Đồng Xuân' }, kind: 'commune', parent: null, predecessors: [], ...always };
const procedure: ProcedureDocument = {
  code: PROCEDURE,
  name: { vi: 'Đăng ký kết hôn' },
  field: 'ho-tich',
  fieldName: { vi: 'Hộ tịch' },
  levels: ['commune'],
  limit: { amount: 3, unit: 'working-day' },
  maxLimit: null,
  serviceLevel: 'partial',
  components: [{ code: 'to-khai', name: { vi: 'Tờ khai' }, copies: 1, scan: 'asked' }],
  results: [{ code: 'giay-ket-hon', name: { vi: 'Giấy chứng nhận kết hôn' } }],
  ...always,
};

/** Topics of a bench's own, with the one unit and the one procedure of its dossiers in them. */
export async function createBenchTopics(client: KafkaClientPort): Promise<TopicNames> {
  const prefix = `bench.upload.${randomUUID().slice(0, 8)}`;
  const topics = toTestTopicNames(prefix);
  const { dossierEvents, digitizationEvents, units, procedures } = topics;
  await client.admin.createTopics([units, procedures].map((name) => ({ name, partitions: 1, compact: true })));
  await client.admin.createTopics([dossierEvents, digitizationEvents].map((name) => ({ name, partitions: PARTITIONS })));
  const producer = client.createProducer();
  await producer.send(units, [toRecord('units', unit)]);
  await producer.send(procedures, [toRecord('procedures', procedure)]);
  await producer.close();
  return topics;
}

function toRecord(kind: 'units' | 'procedures', document: UnitDocument | ProcedureDocument) {
  const { code } = document;
  const time = '2022-01-01T00:00:00.000Z';
  const data = { code, versions: [{ version: 1, recordedAt: time, document }] };
  const { type } = referenceKinds[kind];
  const event = { specversion: '1.0', id: `${kind}/${code}/1`, source: 'urn:motcua:catalogue', type, subject: code, time, data };
  return { key: code, value: JSON.stringify(event) };
}

/** Dossiers received at the counter, as dossier-intake tells of them. Answers their ids. */
export async function publishDossiers(client: KafkaClientPort, topics: TopicNames, count: number): Promise<string[]> {
  const receivedAt = Date.parse('2026-03-02T10:00:00+07:00');
  const dossiers = Array.from({ length: count }, () => new DossierHistory({ procedure: PROCEDURE }).received(receivedAt));
  const producer = client.createProducer();
  await producer.send(
    topics.dossierEvents,
    dossiers.flatMap(({ events }) => events),
  );
  await producer.close();
  return dossiers.map(({ id }) => id);
}
