import type { StaffDocument } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { EntryHistory } from '../../../detail/entry-history.tsx';
import { EntryPanel } from '../../../detail/entry-panel.tsx';
import { useFormat } from '../../../i18n/use-format.ts';
import { useScope } from '../../../scope/use-scope.ts';
import { useMayAdminister } from '../../../session/use-may-administer.ts';
import { Validity } from '../../../ui/validity.tsx';

/** Somebody of the staff: where, as what, and since when. */
export function StaffPanel({ member }: { readonly member: StaffDocument }) {
  const { t } = useTranslation('organisation');
  const { t: ofEdit } = useTranslation('edit');
  const format = useFormat();
  const mayEdit = useMayAdminister();
  const { units } = useScope();
  const unit = units.find(({ code }) => code === member.unit);
  return (
    <EntryPanel title={member.id} mayEdit={mayEdit}>
      <dl className="facts">
        <dt>{t('unit')}</dt>
        <dd>{unit === undefined ? member.unit : format.name(unit.name)}</dd>
        <dt>{t('role')}</dt>
        <dd>{t(`roles.${member.role}`)}</dd>
        <dt>{ofEdit('validity')}</dt>
        <dd>
          <Validity {...member} />
        </dd>
      </dl>
      <EntryHistory kind="staff" code={member.id} />
    </EntryPanel>
  );
}
