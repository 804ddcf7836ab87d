import type { CalendarChangePreview, CalendarDocument } from '@motcua/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { previewCalendar } from '../../api/calendar-change-queries.ts';
import { entryChanges, putEntry } from '../../api/catalogue-queries.ts';
import { useWrite } from '../../api/use-write.ts';
import { DateBox } from '../../ui/date-box.tsx';
import { EditDialog } from '../../ui/edit-dialog.tsx';
import { TextBox } from '../../ui/text-box.tsx';
import { useToday } from '../../ui/use-today.ts';
import { toSwapped, type Swap } from './calendar-days.ts';
import { Moves } from './moves.tsx';

interface Previewed {
  readonly calendar: CalendarDocument;
  readonly moves: CalendarChangePreview;
}

/** A day off, and one worked for it: first what it would move, then done as it was shown. */
export function SwapDialog({ calendar, onClose }: { readonly calendar: CalendarDocument; readonly onClose: () => void }) {
  const { t } = useTranslation('calendars');
  const today = useToday();
  const [swap, setSwap] = useState<Swap>({ off: today, worked: null, name: '' });
  const preview = useMutation({
    mutationFn: async (next: CalendarDocument): Promise<Previewed> => ({ calendar: next, moves: await previewCalendar(next) }),
  });
  const write = useWrite((next: CalendarDocument) => putEntry('calendars', next.id, next), {
    changes: [...entryChanges('calendars'), ['calendar-change']],
    onDone: onClose,
  });
  const change = (part: Partial<Swap>): void => {
    setSwap({ ...swap, ...part });
    preview.reset(); // What was shown is no longer what would be done.
  };
  return (
    <EditDialog
      title={t('swap')}
      onClose={onClose}
      onSave={() => {
        if (preview.data === undefined) preview.mutate(toSwapped(calendar, swap));
        else write.mutate(preview.data.calendar);
      }}
      isPending={preview.isPending || write.isPending}
      error={preview.error ?? write.error}
      isIncomplete={swap.name.trim() === '' || swap.off === swap.worked}
      saveLabel={preview.data === undefined ? t('preview') : t('apply')}
    >
      <div className="fields">
        <DateBox
          label={t('off')}
          value={swap.off}
          isRequired
          onChange={(off) => {
            if (off !== null) change({ off });
          }}
        />
        <DateBox
          label={t('worked')}
          value={swap.worked}
          onChange={(worked) => {
            change({ worked });
          }}
        />
      </div>
      <TextBox
        label={t('why')}
        value={swap.name}
        isRequired
        onChange={(name) => {
          change({ name });
        }}
      />
      {preview.data !== undefined && <Moves moves={preview.data.moves} />}
    </EditDialog>
  );
}
