import type { Foreign } from '@motcua/access';
import { ProblemError } from '@motcua/http';

export const unknownSession = (): ProblemError =>
  new ProblemError({
    status: 404,
    code: 'import-session.unknown',
    titles: { vi: 'Không có phiên nhập dữ liệu này', en: 'There is no such import session' },
    detail: 'Open one with POST /v1/import-sessions and name its id in the header Import-Session.',
  });

export const endedSession = (): ProblemError =>
  new ProblemError({
    status: 409,
    code: 'import-session.ended',
    titles: { vi: 'Phiên nhập dữ liệu đã kết thúc', en: 'The import session has ended' },
    detail: 'Open another one and send the events again; those that were taken are known and change nothing.',
  });

/** It repeats nothing of what was written in place of a code. */
export const unknownUnit = (): ProblemError =>
  new ProblemError({
    status: 422,
    code: 'unit.unknown',
    titles: { vi: 'Không có đơn vị này', en: 'There is no such unit' },
    detail: 'Give the code of a unit that is or was in the catalogue: GET /v1/units.',
  });

export const foreignSession = ({ code, sentence }: Foreign): ProblemError =>
  new ProblemError({ status: 403, code, titles: sentence, detail: sentence });
