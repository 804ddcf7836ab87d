import type { Language } from '../vocabulary.ts';
import { showDate } from './words.ts';

/** Under which units dossiers are counted, where it is not those that owned them: those of today (`as-is`), or of a local date. */
export function writeOrganisation(reading: string, language: Language): string {
  if (language === 'vi') {
    const of = reading === 'as-is' ? 'hiện nay' : `tại ngày ${showDate(reading, language)}`;
    return `Số liệu về hồ sơ được tổng hợp theo tổ chức đơn vị ${of}.`;
  }
  return `Dossiers are counted under the units of ${reading === 'as-is' ? 'today' : showDate(reading, language)}.`;
}
