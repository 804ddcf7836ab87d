import type { KnownDossier } from '@motcua/dossier';
import { ProblemError } from '@motcua/http';
import type { ReferenceData, UnitOnDay } from '../reference/reference-data.ts';

/**
 * What is practised and what is work never meet: everybody who works anywhere may practise, and would see the applicant of a dossier that
 * came to the training unit; what was made up there would be counted and worked on elsewhere.
 *
 * @param day the unit that a command names
 * @throws ProblemError 422
 */
export function requireSameSide(data: ReferenceData, dossier: KnownDossier, day: UnitOnDay | undefined, now: number): void {
  if (day === undefined) return;
  const isPractised = data.findUnit(dossier.responsible.code, now)?.isTraining === true;
  if (day.isTraining === isPractised) return;
  throw new ProblemError({
    status: 422,
    code: 'unit.training-apart',
    titles: {
      vi: 'Không chuyển hồ sơ giữa đơn vị tập huấn và đơn vị làm việc',
      en: 'No dossier goes from work to training, or back',
    },
    detail: {
      vi: 'Hồ sơ tập huấn chỉ ở đơn vị tập huấn, hồ sơ thật chỉ ở các đơn vị làm việc: hãy chọn một đơn vị cùng phía.',
      en: 'Dossiers of training stay in the training unit, and those of work outside of it: name a unit on the same side.',
    },
  });
}
