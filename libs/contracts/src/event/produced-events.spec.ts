import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { digitizationEvents } from '../digitization/digitization-event.ts';
import { dossierEvents } from '../dossier/dossier-event.ts';
import { createLogProgress, logProgressType, type LogProgress } from '../dossier/log-progress.ts';
import { createBareNotice, bareNoticeType, type BareNotice } from '../notification/bare-notice.ts';
import { ratingGiven } from '../ratings/rating-event.ts';
import { institutionalFigures } from '../reference/institutional-event.ts';
import { createReferenceEvent, referenceKinds, type ReferenceKind } from '../reference/reference-event.ts';
import { slaEvents } from '../sla/sla-event.ts';
import type { EventOrigin } from './envelope.ts';

interface Fixture {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly data: unknown;
}

const folder = resolve(import.meta.dirname, '../__fixtures__');
const of = (prefix: string): readonly Fixture[] =>
  readdirSync(folder)
    .filter((file) => file.startsWith(prefix))
    .map((file) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Fixture);
const toOrigin = ({ id, source, time }: Fixture): EventOrigin => ({ id, source, time });

/** What was published, its attributes in the order in which they have always been written. */
const toText = (order: readonly (keyof Fixture | 'specversion' | 'datacontenttype')[], fixture: Fixture): string =>
  JSON.stringify(
    Object.fromEntries([...order, 'data' as const].map((name) => [name, (fixture as unknown as Record<string, unknown>)[name]])),
  );
const typeFirst = ['specversion', 'id', 'source', 'type', 'subject', 'time', 'datacontenttype'] as const;
const subjectFirst = ['specversion', 'id', 'source', 'subject', 'type', 'time', 'datacontenttype'] as const;

/** A family by its names as they come in: which data belongs to which is not known here. */
interface AnyFamily {
  findName(type: string): string | undefined;
  create(name: string | undefined, subject: string, origin: EventOrigin, data: unknown): object;
  write(name: string | undefined, subject: string, origin: EventOrigin, json: string): string;
}

describe.each([
  ['vn.motcua.dossier.', dossierEvents, typeFirst],
  ['vn.motcua.sla.', slaEvents, subjectFirst],
  ['vn.motcua.digitization.', digitizationEvents, subjectFirst],
])('events of %s* are produced', (prefix, typed, order) => {
  const family = typed as unknown as AnyFamily;

  it.each(of(prefix))('as they were published, to the letter: $type $id', (fixture) => {
    const name = family.findName(fixture.type);
    const written = toText(order, fixture);
    expect(JSON.stringify(family.create(name, fixture.subject, toOrigin(fixture), fixture.data))).toBe(written);
    expect(family.write(name, fixture.subject, toOrigin(fixture), JSON.stringify(fixture.data))).toBe(written);
  });
});

describe('single events are produced', () => {
  const kinds = Object.keys(referenceKinds) as ReferenceKind[];

  it.each(of('vn.motcua.ref.'))('as they were published, to the letter: $type', (fixture) => {
    const kind = kinds.find((it) => referenceKinds[it].type === fixture.type);
    const data = fixture.data as never;
    const event =
      kind === undefined
        ? institutionalFigures.create(fixture.subject, toOrigin(fixture), data)
        : createReferenceEvent(kind, toOrigin(fixture), data);
    expect(JSON.stringify(event)).toBe(toText(typeFirst, fixture));
  });

  it.each(of('vn.motcua.rating.'))('as they were published, to the letter: $type', (fixture) => {
    const event = ratingGiven.create(fixture.subject, toOrigin(fixture), fixture.data as never);
    expect(JSON.stringify(event)).toBe(toText(typeFirst, fixture));
  });

  it.each(of(bareNoticeType))('as they were published, to the letter: $type', (fixture) => {
    expect(JSON.stringify(createBareNotice(toOrigin(fixture), fixture.data as BareNotice['data']))).toBe(JSON.stringify(fixture));
  });

  it.each(of(logProgressType))('as they were published, to the letter: $type', (fixture) => {
    const event = createLogProgress(toOrigin(fixture), fixture.data as LogProgress);
    expect(JSON.stringify(event)).toBe(JSON.stringify(fixture));
  });
});
