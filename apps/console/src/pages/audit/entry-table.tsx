import { rules, type Action } from '@motcua/access/rules';
import type { AuditRecord } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { useScope } from '../../scope/use-scope.ts';
import { roles } from '../../session/session.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { AboutCell } from './about-cell.tsx';

/** Who, in which post, what, of what, why and from where. */
export function EntryTable({ entries }: { readonly entries: readonly AuditRecord[] }) {
  const { t } = useTranslation('audit');
  const { t: ofShell } = useTranslation('shell');
  const format = useFormat();
  const { units } = useScope();
  const names = new Map(units.map(({ code, name }) => [code, format.name(name)]));
  const sayPost = ({ role, unit }: AuditRecord): string => {
    const known = roles.find((one) => one === role);
    const word =
      known === undefined
        ? t(`others.${role === 'service' ? 'service' : role === 'source' ? 'source' : 'public'}`)
        : ofShell(`roles.${known}`);
    return unit === null ? word : `${word}, ${names.get(unit) ?? unit}`;
  };
  const sayAction = ({ action }: AuditRecord): string =>
    action
      .split(' ')
      .map((one) => (isAction(one) ? format.name(rules[one].name) : one))
      .join('; ');
  return (
    <DataTable
      label={t('tabs.log')}
      rows={entries}
      rowKey={({ position }) => position}
      columns={[
        { title: t('at'), cell: ({ at }) => format.moment(at) },
        { title: t('who'), cell: ({ sub }) => sub },
        { title: t('post'), cell: sayPost },
        { title: t('action'), cell: (entry) => <span title={entry.route}>{sayAction(entry)}</span> },
        { title: t('about'), cell: (entry) => <AboutCell entry={entry} /> },
        { title: t('reason'), cell: ({ reason }) => reason ?? '–' },
        { title: t('address'), cell: ({ address }) => address },
      ]}
    />
  );
}

const isAction = (text: string): text is Action => text in rules;
