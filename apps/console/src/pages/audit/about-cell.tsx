import type { AuditRecord } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { useScope } from '../../scope/use-scope.ts';

/** What an entry is about, for people: `id=0198…` → hồ sơ 0198…; what is kept as a hash is said to be one. */
export function AboutCell({ entry: { about, terms } }: { readonly entry: AuditRecord }) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const { units } = useScope();
  const names = new Map(units.map(({ code, name }) => [code, format.name(name)]));
  const say = (part: string): string => {
    const [key = '', value = ''] = part.split(/=(.*)/s);
    if (value.startsWith('~')) return t('abouts.hashed', { key });
    if (key === 'unit') return names.get(value) ?? value;
    return key === 'id' || key === 'dossier' ? value : part;
  };
  const parts = [
    ...about
      .split(' ')
      .filter((part) => part !== '')
      .map(say),
    ...(terms === null ? [] : [t('abouts.search')]),
  ];
  return <span className="audit-about">{parts.length === 0 ? '–' : parts.join('; ')}</span>;
}
