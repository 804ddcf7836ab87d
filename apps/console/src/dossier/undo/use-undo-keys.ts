import { useEffect } from 'react';
import { isTyping } from '../../ui/use-list-keys.ts';

/** `u`, or Ctrl+Z (⌘Z), where no field, dialog or menu has the keyboard: there it is theirs. */
export function useUndoKeys(undo: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
      const isZ = (ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === 'z';
      const isU = !ctrlKey && !metaKey && !altKey && key === 'u';
      if ((!isZ && !isU) || isTyping(target)) return;
      event.preventDefault();
      undo();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, [undo]);
}
