import type { BoardGrouping, ReportLanguage } from '@motcua/contracts';
import type { NameDirectory } from '../board/names/name-directory.ts';
import { exportWords, toWord } from './words.ts';

/** What a row of a board is called: by the catalogue, by our words for channels, else by its key. */
export function toRowName(by: BoardGrouping, key: string, names: NameDirectory, language: ReportLanguage): string {
  if (by === 'channel') return exportWords[language].channels[key] ?? key;
  return toWord(names.findName(by, key), key, language);
}
