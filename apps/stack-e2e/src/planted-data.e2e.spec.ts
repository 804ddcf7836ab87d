import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LegacyEvent } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import pMap from 'p-map';
import { z } from 'zod';
import { createJourneys } from './planted/journeys.ts';
import { openEchoingProvider, type EchoingProvider } from './planted/echoing-provider.ts';
import { identities, innerOperations, kept, publishedOperations } from './planted/exempt.ts';
import { listFreeFields, type FreeField } from './planted/free-fields.ts';
import { House } from './planted/house.ts';
import { listMails } from './planted/list-mails.ts';
import { deadLetterColumns, eventTopics, listParking, sendMalformed } from './planted/malformed-records.ts';
import { listOperations, type Operation } from './planted/operations.ts';
import { citizen, official, stranger } from './planted/people.ts';
import { plantInAddress } from './planted/plant-in-address.ts';
import { ask, isDone, plantInField } from './planted/plant-in-field.ts';
import { findInColumns, findInFiles, findOnTopics, readTopics } from './planted/search-stack.ts';
import { isDelivered, isFollowed } from './planted/stack-state.ts';
import { listNamedReaders, listSearchers, readEverywhere } from './planted/readers.ts';
import { sendUnreadable } from './planted/send-unreadable.ts';
import { uploadPlanted, uploads } from './planted/upload-planted.ts';
import { type RunningStack, startStack } from '@motcua/testing/stack';

const provider = { smsSecret: 'sms-planted', zaloSecret: 'zalo-planted' };
const AT_ONCE = 4;
const journeys = createJourneys();
let sms: EchoingProvider;
let stack: RunningStack;
let house: House;
let operations: Operation[];

beforeAll(async () => {
  sms = await openEchoingProvider();
  stack = await startStack(['--no-scenario', '--no-simulate'], {
    SMS_URL: sms.url,
    SMS_TOKEN: 'key:secret',
    SMS_CALLBACK_SECRET: provider.smsSecret,
    ZALO_CALLBACK_SECRET: provider.zaloSecret,
  });
  house = await House.open(stack, provider);
  operations = (await listOperations(stack)).map(withEvents);
}, 300_000);
afterAll(async () => {
  await stack.stop();
  await sms.close();
}, 60_000);

/** Bodies that are read as they come have no schema in the document: the contract has it. */
function withEvents(operation: Operation): Operation {
  if (operation.name !== 'POST /v1/events') return operation;
  const schema = z.toJSONSchema(LegacyEvent, { io: 'input' });
  return { ...operation, body: listFreeFields(schema, schema) };
}

const isAnswered = (status: number): boolean => status < 300 || [400, 401, 403, 404, 409, 413, 415, 422].includes(status);
const nameOf = ({ path }: FreeField): string => path.join('.');
/** Of an operation, what is planted in: whatever is free and no identity. */
const listPlanted = ({ name, body }: Operation): FreeField[] =>
  name in publishedOperations || name in innerOperations
    ? []
    : body.filter((field) => identities[name]?.includes(nameOf(field)) !== true);

describe('what somebody writes about a person into the running stack', () => {
  it('has a way into every free field of every operation, and every exemption is of a field that exists', () => {
    const withFields = operations.filter((operation) => listPlanted(operation).length > 0).map(({ name }) => name);
    expect(withFields.length).toBeGreaterThan(25);
    expect(withFields.filter((name) => !(name in journeys))).toEqual([]);
    expect(operations.filter(({ isUpload }) => isUpload).map(({ name }) => name)).toEqual(uploads);
    const known = new Set(operations.flatMap(({ name, body }) => [name, ...body.map((field) => `${name} ${nameOf(field)}`)]));
    const exempt = [
      ...Object.keys(publishedOperations),
      ...Object.keys(innerOperations),
      ...Object.entries(identities).flatMap(([name, fields]) => fields.map((field) => `${name} ${field}`)),
      ...Object.entries(kept).flatMap(([name, fields]) => Object.keys(fields).map((field) => `${name} ${field}`)),
    ];
    expect(exempt.filter((name) => !known.has(name))).toEqual([]);
  });

  it('has operations that are done as they are asked here, so that what is planted in them arrives', async () => {
    const asked = await pMap(
      Object.entries(journeys),
      async ([name, journey]) => {
        const answer = await ask(await journey(house), name.split(' ')[0] ?? '');
        return [name, isDone(answer) ? 'done' : JSON.stringify(answer.body)];
      },
      { concurrency: AT_ONCE },
    );
    expect(Object.fromEntries(asked)).toEqual(Object.fromEntries(Object.keys(journeys).map((name) => [name, 'done'])));
  }, 120_000);

  it('is answered in every field, and taken where words are asked for', async () => {
    const fields = operations.flatMap((operation) => listPlanted(operation).map((field) => ({ operation, field })));
    const planted = await pMap(
      fields,
      ({ operation, field }) => plantInField(house, operation, journeys[operation.name]!, field),
      { concurrency: AT_ONCE },
    );
    expect(planted.filter(({ statuses }) => !statuses.every(isAnswered))).toEqual([]);
    const taken = planted.filter(({ isTaken }) => isTaken).map(({ field }) => field);
    const isForWords = (field: string): boolean => / (?:applicant\.\w+|comment|(?:.*\.)?reasonText)$/.test(field);
    const words = planted.map(({ field }) => field).filter(isForWords);
    expect(words.length).toBeGreaterThan(14);
    expect(words.filter((field) => !taken.includes(field))).toEqual([]);
    const keeping = Object.entries(kept).flatMap(([name, of]) => Object.keys(of).map((field) => `${name} ${field}`));
    expect(keeping.filter((field) => !taken.includes(field))).toEqual([]);
  }, 180_000);

  it('is answered in every part of an address', async () => {
    const answers = await pMap(operations, (operation) => plantInAddress(house, operation), { concurrency: AT_ONCE });
    expect(answers.flat().length).toBeGreaterThan(100);
    expect(answers.flat().filter(({ status }) => !isAnswered(status))).toEqual([]);
  }, 60_000);

  it('is taken as the name and within the content of a scan, and refused in lines that are no events', async () => {
    const id = await house.receive({ applicant: { name: citizen.name } });
    const there = async () => (await house.admin.find(`/v1/dossiers/${id}/components`)).status === 200;
    await waitFor(there, { describe: 'the checklist' });
    for (const part of ['components/1/files', 'result/files'])
      expect([part, await uploadPlanted(house, `/v1/dossiers/${id}/${part}`)]).toEqual([part, 201]);
    expect(await sendUnreadable(house)).toEqual([200, 0]);
  }, 60_000);

  it('is repeated to the applicant alone, by a provider that hands it back too', async () => {
    const applicant = { ...citizen, email: `${citizen.phone}@hop-thu.example` };
    const reasonText = `Bổ sung giấy tờ: ${Object.values(citizen).join(', ')}`;
    await house.receive({ applicant }, ['request-supplement', { reasonCode: 'other', reasonText }]);
    const isWritten = async () =>
      (await listMails(stack)).some(({ to, text }) => to === applicant.email && text.includes(citizen.name));
    await waitFor(isWritten, { describe: 'the mail that repeats what the officer wrote', timeoutMs: 60_000, intervalMs: 200 });
    await waitFor(() => isDelivered(stack), { describe: 'every notice delivered', timeoutMs: 60_000, intervalMs: 500 });
    // The gateway of short messages was given it and gave it back with its refusal.
    expect(sms.received.some((message) => message.includes(citizen.phone.slice(1)))).toBe(true);
  }, 130_000);

  it('is read by nobody whom the audit log does not name, in each service, and searched for by nobody without a reason', async () => {
    const id = await house.receive({ applicant: citizen });
    const isListed = async () => (await house.admin.find(`/v1/dossiers/${id}/components`)).status === 200;
    await waitFor(isListed, { describe: 'the checklist', timeoutMs: 60_000 });
    const expected = await readEverywhere(house, id);
    const named = await listNamedReaders(house.auditor, id);
    // The administrator above, who waited for it, is a reader too.
    expect(named).toEqual({ ...expected, 'digitization-tracker': ['reader-digitization-tracker', 'stack-e2e'] });
    const searcher = await house.openOffice('searcher');
    const search = `/v1/dossiers?q=${citizen.idNumber}`;
    expect((await searcher.send('GET', search, undefined)).status).toBe(400);
    expect((await searcher.send('GET', search, undefined, { 'motcua-reason': 'citizen-asks' })).status).toBe(200);
    expect(await listSearchers(house.auditor, citizen.idNumber)).toEqual(['searcher: citizen-asks']);
  }, 90_000);

  it('becomes a dead letter where it stands in what cannot be read', async () => {
    await sendMalformed(stack);
    const expected = ['digitization', 'kpi', 'notification', 'sla'];
    const isParked = async () => (await listParking(stack)).join() === expected.join();
    await waitFor(isParked, { describe: `dead letters of ${expected.join(', ')}`, timeoutMs: 30_000 });
  }, 60_000);

  it('lies in clear in no column, on no topic, in no job, log or file, but where it is meant to be', async () => {
    await waitFor(() => isFollowed(stack), {
      describe: 'everything recorded is published and read',
      timeoutMs: 60_000,
      intervalMs: 200,
    });
    expect(await findInColumns(stack, citizen)).toEqual([]);
    expect(await findInColumns(stack, official)).toEqual(
      Object.values(kept)
        .flatMap((fields) => Object.values(fields))
        .sort(),
    );
    expect(await findInColumns(stack, stranger)).toEqual(deadLetterColumns);
    const topics = await readTopics(stack);
    expect(findOnTopics(topics, citizen)).toEqual([]);
    expect(findOnTopics(topics, official)).toEqual([]);
    expect(findOnTopics(topics, stranger)).toEqual([...eventTopics].sort());
    // The catcher of mails stands for the world outside. Of database and broker this reads what they wrote at any time.
    const files = await findInFiles(stack, citizen);
    expect(files.filter((file) => !file.startsWith('mail/'))).toEqual([]);
    expect(files.length).toBeGreaterThan(0);
    for (const person of [official, stranger])
      expect((await findInFiles(stack, person)).filter((file) => file.startsWith('logs/'))).toEqual([]);
  }, 120_000);
});
