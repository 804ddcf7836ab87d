import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { absenceChanges, recordAbsence } from '../../../api/absence-queries.ts';
import { useWrite } from '../../../api/use-write.ts';
import { toLocalDate } from '../../../format/dates.ts';
import { useSession } from '../../../session/session-context.ts';
import { Choice } from '../../../ui/choice.tsx';
import { DateBox } from '../../../ui/date-box.tsx';
import { EditDialog } from '../../../ui/edit-dialog.tsx';
import { useColleagues } from './use-colleagues.ts';

/** Who is absent, from when to when, and who stands in. A head says it of anybody of the unit, others of themselves. */
export function AbsenceDialog({ unit, onClose }: { readonly unit: string; readonly onClose: () => void }) {
  const { t } = useTranslation('worklist');
  const { person, post } = useSession();
  const colleagues = useColleagues(unit);
  const isHead = post.role === 'head' || post.role === 'admin';
  const [staff, setStaff] = useState(isHead ? undefined : person.sub);
  const [substitute, setSubstitute] = useState<string>();
  const [from, setFrom] = useState<string | null>(() => toLocalDate(Date.now()));
  const [to, setTo] = useState<string | null>(null);
  const write = useWrite(recordAbsence, { changes: absenceChanges, onDone: onClose });
  const body =
    staff === undefined || substitute === undefined || from === null || to === null ? undefined : { staff, substitute, from, to };
  return (
    <EditDialog
      title={t('absences.record')}
      onClose={onClose}
      onSave={() => {
        if (body !== undefined) write.mutate(body);
      }}
      isPending={write.isPending}
      error={write.error}
      isIncomplete={body === undefined}
    >
      <p className="dialog-hint">{t('absences.recordHelp')}</p>
      {isHead && (
        <Choice
          label={t('absences.staff')}
          options={colleagues.map((id) => ({ value: id, label: id }))}
          value={staff}
          onChange={setStaff}
        />
      )}
      <DateBox label={t('absences.from')} value={from} onChange={setFrom} isRequired />
      <DateBox label={t('absences.to')} value={to} onChange={setTo} isRequired />
      <Choice
        label={t('absences.substitute')}
        options={colleagues.filter((id) => id !== staff).map((id) => ({ value: id, label: id }))}
        value={substitute}
        onChange={setSubstitute}
      />
    </EditDialog>
  );
}
