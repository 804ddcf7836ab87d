import { Search } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isTyping } from '../../ui/use-list-keys.ts';
import { useSession } from '../../session/session-context.ts';
import { useLookUp } from '../../pages/look-up/use-look-up.ts';

/** Posts that read dossiers. */
const readers = ['counter', 'specialist', 'head', 'leader', 'admin'];

/** Looks up a dossier from any page; `/` goes there. */
export function SearchBox() {
  const { t } = useTranslation();
  const { post } = useSession();
  const input = useRef<HTMLInputElement>(null);
  const lookUp = useLookUp();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, []);
  if (!readers.includes(post.role)) return null;
  return (
    <form
      role="search"
      aria-label={t('searchAnywhere')}
      className="search-box"
      onSubmit={(event) => {
        event.preventDefault();
        lookUp(input.current?.value ?? '');
        event.currentTarget.reset();
        input.current?.blur();
      }}
    >
      <Search size={16} aria-hidden />
      <input
        ref={input}
        type="text"
        aria-label={t('search')}
        placeholder={t('search')}
        aria-keyshortcuts="/"
        autoComplete="off"
      />
    </form>
  );
}
