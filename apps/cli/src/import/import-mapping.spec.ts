import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { workspaceRoot } from '@motcua/stack';
import { CliError } from '@motcua/terminal';
import { createDossierReader } from './read-dossiers.ts';
import { parseMapping, readMapping } from './read-mapping.ts';
import type { ImportedDossier } from './imported-dossier.ts';
import type { RejectedRow, SourceRow } from './source-row.ts';
import { createRowMapper } from './to-imported-dossier.ts';
import { toLegacyEvents } from './to-legacy-events.ts';

const boston = await readMapping(join(workspaceRoot, 'data/mappings/boston-311.yaml'));
const permits = await readMapping(join(workspaceRoot, 'data/mappings/permit-receipt-nl.yaml'));

const row = (columns: Record<string, string> = {}, line = 2): SourceRow => ({
  line,
  columns: {
    CASE_ENQUIRY_ID: '101001240754',
    OPEN_DT: '01/01/2015 07:27:13 AM',
    TARGET_DT: '01/31/2015 07:27:13 AM',
    CLOSED_DT: '',
    OnTime_Status: 'OVERDUE',
    SUBJECT: 'Inspectional Services',
    TYPE: 'Heat - Excessive  Insufficient',
    Department: 'ISD',
    Source: 'Constituent Call',
    ...columns,
  },
});
const map = createRowMapper(boston);
const mapped = (columns: Record<string, string> = {}): ImportedDossier => map(row(columns)) as ImportedDossier;

describe('the Boston mapping', () => {
  it('reads a case', () => {
    expect(map(row())).toEqual({
      line: 2,
      sourceCode: '101001240754',
      unit: 'ISD',
      procedure: 'Heat - Excessive  Insufficient',
      field: 'Inspectional Services',
      channel: 'phone',
      unmappedChannel: null,
      receivedAt: Date.parse('2015-01-01T12:27:13Z'),
      due: Date.parse('2015-01-31T12:27:13Z'),
      endedAt: null,
      verdict: 'OVERDUE',
    });
  });

  it('knows the channels of the city, and takes others as other', () => {
    const channels = ['Citizens Connect App', 'Self Service', 'Twitter', 'Constituent Call', 'Employee Generated'];

    expect(channels.map((Source) => mapped({ Source }).channel)).toEqual(['online', 'online', 'online', 'phone', 'other']);
    expect(mapped({ Source: 'Employee Generated' }).unmappedChannel).toBe('Employee Generated');
  });

  it('says of a case without a target that nothing was promised', () => {
    const [received] = toLegacyEvents(boston.source, mapped({ TARGET_DT: '' }));

    expect(received?.data).toEqual({
      sourceCode: '101001240754',
      unit: 'ISD',
      procedure: 'Heat - Excessive  Insufficient',
      field: 'Inspectional Services',
      channel: 'phone',
      dueKnown: false,
    });
  });

  it('makes two events of a closed case, with ids that stay the same', () => {
    const events = toLegacyEvents(boston.source, mapped({ CLOSED_DT: '01/02/2015 08:00:00 AM' }));

    expect(events.map(({ id, type, time }) => [id, type, time])).toEqual([
      ['101001240754/received', 'vn.motcua.dossier.received.v1', '2015-01-01T12:27:13.000Z'],
      ['101001240754/processed', 'vn.motcua.dossier.processed.v1', '2015-01-02T13:00:00.000Z'],
    ]);
    expect(events[0]?.data.due).toBe('2015-01-31T12:27:13.000Z');
  });

  it('takes a case that ended before it began', () => {
    const events = toLegacyEvents(boston.source, mapped({ CLOSED_DT: '12/31/2014 08:00:00 AM' }));

    expect(events).toHaveLength(2);
  });

  it('rejects a row with its line and a reason', () => {
    const rejected = (columns: Record<string, string>): string => (map(row(columns)) as RejectedRow).code;

    expect(rejected({ CASE_ENQUIRY_ID: '' })).toBe('import.value-missing');
    expect(rejected({ OPEN_DT: '' })).toBe('import.value-missing');
    expect(rejected({ OPEN_DT: 'yesterday' })).toBe('import.time-invalid');
    expect(map({ line: 7, columns: {} })).toMatchObject({ line: 7, code: 'import.column-missing' });
  });

  it('writes a code with a line break on one line', () => {
    expect(mapped({ TYPE: 'Animal\nFound' }).procedure).toBe('Animal Found');
  });

  it('compares only verdicts the publisher gave', () => {
    expect(mapped({ OnTime_Status: '' }).verdict).toBeNull();
    expect(mapped({ OnTime_Status: 'ONTIME' }).verdict).toBe('ONTIME');
  });
});

describe('the permit mapping', () => {
  it('makes one dossier of the activities of a case', async () => {
    const activity = (line: number, code: string): SourceRow => ({
      line,
      columns: {
        'case:concept:name': code,
        'case:department': 'General',
        'case:channel': 'Internet',
        'case:startdate': '2011-10-11 13:42:22.688000+02:00',
        'case:deadline': '2011-12-06 13:41:31.788000+01:00',
        'case:enddate': '',
      },
    });
    async function* rows(): AsyncGenerator<SourceRow> {
      await Promise.resolve();
      yield* [activity(2, 'case-1'), activity(3, 'case-1'), activity(4, 'case-2')];
    }
    const reader = createDossierReader(permits, { chunkSize: 10, onRejected: () => undefined });
    const chunks: ImportedDossier[][] = [];
    for await (const chunk of reader.read(rows())) chunks.push(chunk);

    expect(chunks.flat().map(({ line, sourceCode, unit, due }) => [line, sourceCode, unit, due])).toEqual([
      [2, 'case-1', 'wabo-nl General', Date.parse('2011-12-06T12:41:31.788Z')],
      [4, 'case-2', 'wabo-nl General', Date.parse('2011-12-06T12:41:31.788Z')],
    ]);
    expect(reader.rowCount()).toBe(3);
  });
});

describe('a mapping that is not right', () => {
  const mistakesOf = (text: string): string => {
    try {
      parseMapping(text, 'x.yaml');
    } catch (error) {
      if (error instanceof CliError) return `${error.code} ${error.message}`;
    }
    return 'nothing was wrong';
  };

  it('is told every mistake at once, by its place', () => {
    const message = mistakesOf('source: urn:x\ndossier: { code: { colum: A } }\n');

    expect(message).toContain('mapping.invalid');
    expect(message).toContain('root');
    expect(message).toContain('dossier.code');
    expect(message).toContain('dossier.receivedAt');
  });

  it('is told where its YAML breaks', () => {
    expect(mistakesOf('source: [')).toContain('mapping.invalid');
  });
});
