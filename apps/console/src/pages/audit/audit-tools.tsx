import { rules } from '@motcua/access/rules';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { auditedServices, type AuditedService } from '../../api/audit-queries.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { TextBox } from '../../ui/text-box.tsx';
import type { AuditSearch } from './audit-search.ts';

const route = getRouteApi('/audit');
const any = '';

export interface AuditToolsProps {
  readonly service: AuditedService;
  /** What somebody searched for; it is kept out of the address, which others may see. */
  readonly onTerm: (term: string | undefined) => void;
}

/** What is looked for: it counts when it is asked for, and not with every letter, as each look is in the log too. */
export function AuditTools({ service, onTerm }: AuditToolsProps) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (next: AuditSearch): void =>
    void navigate({
      search: ({ tab, service: of, action, sub, about, ...scope }) =>
        ({ ...scope, tab, service: of, action, sub, about, ...next }) as AuditSearch,
    });
  const actions = Object.entries(rules).map(([value, { name }]) => ({ value, label: format.name(name) }));
  return (
    <form
      key={`${search.sub ?? ''} ${search.about ?? ''}`}
      className="audit-tools"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        const fields = new FormData(event.currentTarget);
        const read = (name: string): string | undefined => {
          const text = fields.get(name);
          return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
        };
        onTerm(read('term'));
        choose({ sub: read('sub'), about: read('about') } as AuditSearch);
      }}
    >
      <Choice
        label={t('service')}
        options={auditedServices.map((value) => ({ value, label: t(`services.${value}`) }))}
        value={service}
        onChange={(next) => {
          choose({ service: next });
        }}
      />
      <Choice
        label={t('action')}
        options={[{ value: any, label: t('anyAction') }, ...actions]}
        value={search.action ?? any}
        onChange={(action) => {
          choose({ action: action === any ? undefined : action } as AuditSearch);
        }}
      />
      <TextBox label={t('who')} name="sub" defaultValue={search.sub ?? ''} />
      <TextBox label={t('aboutHow')} name="about" defaultValue={search.about ?? ''} />
      <TextBox label={t('term')} name="term" autoComplete="off" />
      <Button kind="main" type="submit">
        {t('search')}
      </Button>
    </form>
  );
}
