import { beforeAll, describe, expect, it } from '@jest/globals';
import { findDossierEventName, ReformDocument, type LegacyEvent } from '@motcua/contracts';
import { workspaceRoot } from '@motcua/stack';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createScenarioWorld } from '../scenario/thanh-ba/create-world.ts';
import { generateThanhBa } from '../scenario/thanh-ba/generate-thanh-ba.ts';
import { readReferenceData, type ReferenceData } from './reference-data.ts';

const reform = ReformDocument.parse(JSON.parse(readFileSync(join(workspaceRoot, 'data/reforms/thanh-ba-2025.json'), 'utf8')));
let reference: ReferenceData;
beforeAll(async () => {
  reference = await readReferenceData();
});

/** The communes of NQ 1676/NQ-UBTVQH15, as the handbook lists them. */
const communes = {
  'xa-thanh-ba': ['thi-tran-thanh-ba', 'dong-xuan', 'hanh-cu', 'van-linh'],
  'xa-quang-yen': ['dai-an', 'dong-linh', 'quang-yen'],
  'xa-hoang-cuong': ['ninh-dan', 'man-lan', 'hoang-cuong'],
  'xa-dong-thanh': ['khai-xuan', 'vo-lao', 'dong-thanh'],
  'xa-chi-tien': ['son-cuong', 'thanh-ha', 'chi-tien'],
  'xa-lien-minh': ['do-son', 'do-xuyen', 'luong-lo'],
};

describe('the reform of Thanh Ba', () => {
  it('gives its nineteen units to six communes, as the resolution does', () => {
    const found = Object.keys(communes).map((to) => [
      to,
      reform.successions.filter((line) => line.to === to && line.field === undefined).map(({ from }) => from),
    ]);
    const ofCommunes = new Set(Object.values(communes).flat());
    expect(found.map(([to, from]) => [to, (from as string[]).filter((code) => ofCommunes.has(code))])).toEqual(
      Object.entries(communes),
    );
  });

  it('ends every unit of the district, and leaves out none', () => {
    const district = reference.units.filter(({ code, parent }) => code === 'thanh-ba' || parent === 'thanh-ba');
    expect([...new Set(reform.successions.map(({ from }) => from))].toSorted()).toEqual(
      district.map(({ code }) => code).toSorted(),
    );
  });

  it('has an owner for every dossier of 2022 that is not over', () => {
    const histories = new Map<string, LegacyEvent[]>();
    for (const event of generateThanhBa(createScenarioWorld(reference), { seed: 2022 })) {
      const { sourceCode } = event.data;
      histories.set(sourceCode, [...(histories.get(sourceCode) ?? []), event]);
    }
    const nameOf = ({ type }: LegacyEvent): string => findDossierEventName(type) ?? '';
    const left = [...histories.values()].filter(
      (history) => !history.some((event) => ['returned', 'stopped', 'refused'].includes(nameOf(event))),
    );
    const fieldOf = new Map(reference.procedures.map(({ code, field }) => [code, field]));
    const unowned = left.flatMap((history) => {
      const opened = history.find((event) => nameOf(event) === 'received' || nameOf(event) === 'submitted');
      const units = history.flatMap(({ data }) => data.unit ?? []);
      const field = fieldOf.get(opened?.data.procedure ?? '');
      const lines = units.map((unit) =>
        reform.successions.some((line) => line.from === unit && (line.field === undefined || line.field === field)),
      );
      return lines.every(Boolean) ? [] : [`${units.join(' ')} ${field ?? ''}`];
    });
    expect(left.length).toBeGreaterThan(0);
    expect([...new Set(unowned)]).toEqual([]);
  });
});
