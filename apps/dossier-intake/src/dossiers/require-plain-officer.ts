import { ProblemError } from '@motcua/http';
import { isPlainId } from '../events/conceal.ts';

/**
 * An officer is named by a staff id, which is published with the dossier: a name or a number of a person is none.
 *
 * @throws ProblemError 422; what was written is not repeated
 */
export function requirePlainOfficer(body: object): void {
  if (!('officer' in body) || typeof body.officer !== 'string' || isPlainId(body.officer)) return;
  throw new ProblemError({
    status: 422,
    code: 'command.officer-not-an-id',
    titles: {
      vi: 'Cán bộ phải được ghi bằng mã, không ghi họ tên hoặc số của người đó',
      en: 'An officer is named by a staff id, not by a name or a number of theirs',
    },
    detail: 'Give the staff id of the officer, for example xa-thanh-ba.01: letters, digits and . _ - @ without spaces.',
  });
}
