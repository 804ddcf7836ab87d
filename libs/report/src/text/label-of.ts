import { definitions, type FigureId } from '../figures/definitions.ts';
import type { Language, Period } from '../vocabulary.ts';
import { serviceLevelsOf } from './service-levels.ts';

/** What a figure is called in a report of a period: the levels of online services had other names before. */
export function labelOf(id: FigureId, period: Period, language: Language): string {
  const level = levelOf[id];
  if (level === undefined) return definitions[id].label[language];
  const name = serviceLevelsOf(period)[level][language];
  return language === 'vi' ? `Hồ sơ trực tuyến ${name}, cấp huyện` : `Filed online, ${name}, district level`;
}

const levelOf: Readonly<Partial<Record<FigureId, 'partial' | 'full'>>> = {
  'online.partial.district': 'partial',
  'online.full.district': 'full',
};
