import { rules } from '@motcua/access/rules';
import { apiServices, type ApiService } from '@motcua/contracts/api-services';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { TextBox } from '../../ui/text-box.tsx';
import type { AuditSearch } from './audit-search.ts';

const route = getRouteApi('/audit');
const everyAction = '';

type Changes = { readonly [Name in keyof AuditSearch]?: AuditSearch[Name] | undefined };

export interface AuditToolsProps {
  readonly service: ApiService;
  /** What somebody searched for; it is kept out of the address, which others may see. */
  readonly onTerm: (term: string | undefined) => void;
}

/** What is looked for: it counts when it is asked for, and not with every letter, as each look is in the log too. */
export function AuditTools({ service, onTerm }: AuditToolsProps) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const { sub = '', about = '', action = everyAction } = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (changes: Changes): void =>
    void navigate({ search: (before) => ({ ...before, ...changes }) as AuditSearch, resetScroll: false });
  const actions = Object.entries(rules).map(([value, { name }]) => ({ value, label: format.name(name) }));
  return (
    <form
      key={`${sub} ${about}`}
      className="audit-tools"
      role="search"
      aria-label={t('title')}
      onSubmit={(event) => {
        event.preventDefault();
        const fields = new FormData(event.currentTarget);
        onTerm(readField(fields, 'term'));
        choose({ sub: readField(fields, 'sub'), about: readField(fields, 'about') });
      }}
    >
      <Choice
        label={t('service')}
        options={apiServices.map((value) => ({ value, label: t(`services.${value}`) }))}
        value={service}
        onChange={(next) => {
          choose({ service: next });
        }}
      />
      <Choice
        label={t('action')}
        options={[{ value: everyAction, label: t('everyAction') }, ...actions]}
        value={action}
        onChange={(chosen) => {
          choose({ action: chosen === everyAction ? undefined : chosen });
        }}
      />
      <TextBox label={t('who')} name="sub" defaultValue={sub} />
      <TextBox label={t('aboutHow')} name="about" defaultValue={about} />
      <TextBox label={t('term')} name="term" autoComplete="off" />
      <Button kind="main" type="submit">
        {t('search')}
      </Button>
    </form>
  );
}

/** What was typed, undefined where it is nothing. */
function readField(fields: FormData, name: string): string | undefined {
  const text = fields.get(name);
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}
