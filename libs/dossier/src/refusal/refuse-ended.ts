import type { EndedDossier } from '../state/dossier.ts';
import { refuse, type Refusal } from './refusal.ts';

/** One code, for a program does the same with each; what a person can still do differs with how it ended. */
const sentences: Readonly<Record<EndedDossier['status'], Refusal['sentence']>> = {
  processed: {
    vi: 'Hồ sơ đã có kết quả: chỉ còn trả kết quả, chuyển trách nhiệm sang đơn vị khác hoặc đính chính.',
    en: 'The result is ready: it can be returned, the dossier reassigned to another unit, or its record corrected.',
  },
  returned: {
    vi: 'Hồ sơ đã trả kết quả: chỉ còn đính chính.',
    en: 'The result has been returned: only the record can be corrected.',
  },
  stopped: {
    vi: 'Hồ sơ đã dừng giải quyết: chỉ còn đính chính; nếu còn nhu cầu, người nộp nộp hồ sơ mới.',
    en: 'The dossier was stopped: only its record can be corrected; where it is still wanted, the applicant hands in a new one.',
  },
  refused: {
    vi: 'Hồ sơ đã bị trả lại vì không đủ điều kiện: chỉ còn đính chính; khi đủ điều kiện, người nộp nộp hồ sơ mới.',
    en: 'The dossier was given back as not eligible: only its record can be corrected; the applicant hands in a new one.',
  },
};

export const refuseEnded = (status: EndedDossier['status']): Refusal => ({
  ...refuse('dossier.already-ended'),
  sentence: sentences[status],
});
