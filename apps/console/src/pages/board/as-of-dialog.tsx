import { now, parseAbsolute, type ZonedDateTime } from '@internationalized/date';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { officeTimeZone } from '../../format/dates.ts';
import { Button } from '../../ui/button.tsx';
import { DateInputField } from '../../ui/date-input-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';

export interface AsOfDialogProps {
  readonly asOf: string | undefined;
  /** ISO 8601. */
  readonly onChoose: (moment: string) => void;
  readonly onClose: () => void;
}

/** Any moment up to now, to the minute, in the office's zone. */
export default function AsOfDialog({ asOf, onChoose, onClose }: AsOfDialogProps) {
  const { t } = useTranslation('board');
  const { t: words } = useTranslation('period');
  const [moment, setMoment] = useState<ZonedDateTime | null>(() =>
    asOf === undefined ? now(officeTimeZone).set({ second: 0, millisecond: 0 }) : parseAbsolute(asOf, officeTimeZone),
  );
  return (
    <Dialog title={t('asOfLabel')} onClose={onClose}>
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (moment === null) return;
          onChoose(moment.toDate().toISOString());
          onClose();
        }}
      >
        <DateInputField label={t('asOfLabel')} value={moment} onChange={setMoment} granularity="minute" hideTimeZone />
        <div className="dialog-actions">
          <Button onPress={onClose}>{words('cancel')}</Button>
          <Button kind="main" type="submit" isDisabled={moment === null}>
            {words('apply')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
