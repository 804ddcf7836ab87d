import { refuse, type Refusal } from '@motcua/dossier';
import { ProblemError } from '@motcua/http';
import type { MissingReference } from './decision-contexts.ts';
import { isCountable, isStorable } from './storable.ts';

/** What is wrong with the request itself, whatever the dossier's state. */
const unprocessable =
  /^(?:command|calendar|procedure|unit|officer|event)\.|^dossier\.(?:nothing-to-correct|extension-not-later|apology-not-later|appointment-outside-hours|unit-by-proposal)$/;
const statuses: Readonly<Record<string, number>> = {
  'dossier.unknown': 404,
  'proposal.unknown': 404,
  'proposal.own': 403,
  'dossier.revert-not-author': 403,
};

/** A refusal of the domain as an HTTP problem: 404 unknown, 403 not by this person, 422 wrong in itself, 409 not in this state. */
export function toRefusedProblem({ code, sentence, about, data }: Refusal): ProblemError {
  const status = statuses[code] ?? (unprocessable.test(code) ? 422 : 409);
  const detail = about === undefined ? sentence : { vi: `${sentence.vi} (${about})`, en: `${sentence.en} (${about})` };
  return new ProblemError({ status, code, titles: sentence, detail, ...(data === undefined ? {} : { extensions: data }) });
}

/** What the reference data lack: named by the request (422), or something that must be there (503, it may come). */
export function toMissingProblem({ missing, about }: MissingReference): ProblemError {
  if (missing === 'unit.unknown') return toRefusedProblem(refuse('unit.unknown', about));
  return new ProblemError({
    status: 503,
    code: missing,
    titles: { vi: 'Thiếu danh mục để tính hạn', en: 'Reference data are missing' },
    detail: { vi: `Hãy bổ sung danh mục trước: ${about}.`, en: `Put it into the catalogue first: ${about}.` },
  });
}

export const unknownDossier = (): ProblemError => toRefusedProblem(refuse('dossier.unknown'));

/** A body whose texts and moments can be kept, else 422. */
export function requireStorable(body: {
  readonly occurredAt?: string | undefined;
  readonly newDue?: string;
  readonly promised?: string;
}): void {
  const moments = [body.occurredAt, body.newDue, body.promised].filter((moment) => moment !== undefined);
  if (isStorable(body) && moments.every(isCountable)) return;
  throw new ProblemError({
    status: 422,
    code: 'request.not-storable',
    titles: {
      vi: 'Nội dung có ký tự hoặc thời điểm không lưu được',
      en: 'The request holds text or moments that cannot be kept',
    },
    detail: {
      vi: 'Hãy bỏ ký tự NUL và ký tự bị cắt nửa; thời điểm phải nằm trong khoảng từ năm 1900 đến năm 2499.',
      en: 'Leave out NUL and halves of characters; moments lie between 1900 and 2499.',
    },
  });
}
