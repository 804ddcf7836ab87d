import { sentences, type RefusalCode } from '@motcua/digitization';
import { ProblemError } from '@motcua/http';
import { fileSentences, type FileRefused } from '../files/examination/file-refusal.ts';

export const dossierUnknown = (): ProblemError =>
  new ProblemError({
    status: 404,
    code: 'dossier.unknown',
    titles: { vi: 'Không có hồ sơ này', en: 'There is no such dossier' },
    detail: {
      vi: 'Hồ sơ này chưa đến đây: hãy kiểm tra mã, hoặc chờ một lát rồi thử lại.',
      en: 'No receipt of this dossier has arrived here. Check the id, or wait a moment and ask again.',
    },
  });

export const fileUnknown = (): ProblemError =>
  new ProblemError({
    status: 404,
    code: 'file.unknown',
    titles: { vi: 'Không có tệp này', en: 'There is no such file' },
    detail: {
      vi: 'Hồ sơ không có tệp này, hoặc nội dung đã được xóa khi hết mục đích sử dụng.',
      en: 'The dossier has no such file, or its content was erased when its purpose had ended.',
    },
  });

export const fileHeldElsewhere = (held: { readonly system: string; readonly href: string | null } | null): ProblemError => {
  const place = held === null ? '' : ` (${[held.system, held.href].filter((part) => part !== null).join(': ')})`;
  return new ProblemError({
    status: 409,
    code: 'file.held-elsewhere',
    titles: { vi: 'Tệp do kho lưu trữ của hệ thống khác giữ', en: 'The archive of another system keeps this file' },
    detail: {
      vi: `Tệp đã được số hóa trước khi có hệ thống này và vẫn được tính; hãy mở tại kho lưu trữ${place}.`,
      en: `It was digitized before this system was there, and counts; its content is not here. Open it in its archive${place}.`,
    },
  });
};

/** A "no" of the domain: 404 for what is not there, 403 for what takes somebody's consent, else 409. */
export function refused(code: RefusalCode): ProblemError {
  const status = code.endsWith('.unknown') ? 404 : code === 'reuse.consent-needed' ? 403 : 409;
  return new ProblemError({ status, code, titles: sentences[code], detail: sentences[code] });
}

/** A file that is not taken. */
export function fileRefused({ code }: FileRefused): ProblemError {
  const status = code === 'file.too-large' ? 413 : code === 'file.type-refused' ? 415 : code === 'file.missing' ? 400 : 422;
  return new ProblemError({ status, code, titles: fileSentences[code], detail: fileSentences[code] });
}

export const scannerAway = (cause: unknown): ProblemError =>
  new ProblemError({
    status: 503,
    code: 'file.not-scanned',
    titles: { vi: 'Chưa quét được mã độc', en: 'The file could not be scanned for malware' },
    detail: {
      vi: 'Hệ thống quét mã độc không trả lời. Chưa có gì được lưu; hãy gửi lại tệp sau một phút.',
      en: 'The malware scanner does not answer. Nothing was stored; send the file again in a minute.',
    },
    headers: { 'retry-after': '60' },
    cause,
  });

export const contentErased = (): ProblemError =>
  new ProblemError({
    status: 503,
    code: 'file.not-kept',
    titles: { vi: 'Chưa lưu được tệp', en: 'The file could not be kept' },
    detail: {
      vi: 'Nội dung này đang được xóa. Chưa có gì được gắn vào hồ sơ; hãy gửi lại tệp sau một phút.',
      en: 'The same content is being erased at this moment. Nothing was attached; send the file again in a minute.',
    },
    headers: { 'retry-after': '60' },
  });
