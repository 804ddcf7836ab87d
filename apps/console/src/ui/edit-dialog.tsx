import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Refused } from './refused.tsx';

export interface EditDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly onSave: () => void;
  readonly isPending: boolean;
  /** Why it was not taken; what was typed stays. */
  readonly error: unknown;
  /** Nothing that could be saved yet. */
  readonly isIncomplete?: boolean;
  /** In place of `save`. */
  readonly saveLabel?: string;
  readonly children: ReactNode;
}

/** A form that is saved as a whole, or left. */
export function EditDialog({
  title,
  onClose,
  onSave,
  isPending,
  error,
  isIncomplete = false,
  saveLabel,
  children,
}: EditDialogProps) {
  const { t } = useTranslation('edit');
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isPending && !isIncomplete) onSave();
        }}
      >
        {children}
        {error !== null && <Refused error={error} />}
        <div className="dialog-actions">
          <Button onPress={onClose}>{t('cancel')}</Button>
          {/* Pending, not disabled: a button that is disabled loses the keyboard, and Escape then reaches nobody. */}
          <Button kind="main" type="submit" isPending={isPending} isDisabled={isIncomplete}>
            {isPending ? t('saving') : (saveLabel ?? t('save'))}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
