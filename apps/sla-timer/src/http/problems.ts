import type { Refusal } from '@motcua/dossier';
import { ProblemError } from '@motcua/http';

export const dossierUnknown = (): ProblemError =>
  new ProblemError({
    status: 404,
    code: 'dossier.unknown',
    titles: { vi: 'Không có hồ sơ này', en: 'There is no such dossier' },
    detail: {
      vi: 'Hồ sơ này chưa đến đây: hãy kiểm tra mã, hoặc chờ một lát rồi thử lại.',
      en: 'No event of this dossier has arrived here. Check the id, or wait a moment and ask again.',
    },
  });

export const notOverdue = (): ProblemError =>
  new ProblemError({
    status: 404,
    code: 'overdue-cause.none',
    titles: { vi: 'Hồ sơ không quá hạn', en: 'The dossier is not overdue' },
    detail: {
      vi: 'Hồ sơ chưa từng quá hạn, hoặc nguyên nhân chưa được phân loại.',
      en: 'There is no overdue cause of this dossier: it was never overdue, or its breach has not been classified yet.',
    },
  });

export const unitOrHandling = (): ProblemError =>
  new ProblemError({
    status: 400,
    code: 'worklist.unit-missing',
    titles: { vi: 'Thiếu đơn vị', en: 'A unit is missing' },
    detail: {
      vi: 'Hãy nêu đơn vị chịu trách nhiệm (unit=) hoặc đơn vị đang xử lý (handling=).',
      en: 'Name the unit that answers for the dossiers (unit=) or the one that handles them (handling=).',
    },
  });

/** The reason of a correction is none of the catalogue's, or asks for words. */
export const reasonRefused = ({ code, sentence, about }: Refusal): ProblemError =>
  new ProblemError({
    status: 422,
    code,
    titles: sentence,
    detail: about === undefined ? sentence : { vi: `${sentence.vi} (${about})`, en: `${sentence.en} (${about})` },
  });
