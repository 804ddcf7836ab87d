import type { StaffDocument } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { entriesQuery } from '../../../api/catalogue-queries.ts';
import { staffContactsQuery } from '../../../api/staff-contact-queries.ts';
import { matches } from '../../../detail/fold-accents.ts';
import { OpenLink } from '../../../detail/open-link.tsx';
import { SearchTools } from '../../../detail/search-tools.tsx';
import { useDetail } from '../../../detail/use-detail.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useScope } from '../../../scope/use-scope.ts';
import { useSession } from '../../../session/session-context.ts';
import type { Role } from '../../../session/session.ts';
import { Answer } from '../../../ui/answer.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Split } from '../../../ui/split.tsx';
import { Empty } from '../../../ui/states.tsx';
import { Validity } from '../../../ui/validity.tsx';
import { StaffDialog } from './staff-dialog.tsx';
import { StaffPanel } from './staff-panel.tsx';

/** Who works, or worked, in the units that the post sees. */
export function StaffPart() {
  const { open, edit, choose } = useDetail();
  const query = useQuery(entriesQuery('staff'));
  return (
    <Answer query={query} height={500}>
      {(entries) => {
        const staff = entries.map(({ document }) => document);
        const opened = staff.find(({ id }) => id === open);
        const close = (): void => {
          choose({ edit: undefined });
        };
        return (
          <>
            <SearchTools />
            <Split beside={opened === undefined ? undefined : <StaffPanel key={opened.id} member={opened} />}>
              <StaffTable staff={staff} />
            </Split>
            {edit === 'new' && <StaffDialog onClose={close} />}
            {edit === 'open' && opened !== undefined && <StaffDialog member={opened} onClose={close} />}
          </>
        );
      }}
    </Answer>
  );
}

const overseers: ReadonlySet<Role> = new Set<Role>(['head', 'leader', 'admin']);

function StaffTable({ staff }: { readonly staff: readonly StaffDocument[] }) {
  const { t } = useTranslation('organisation');
  const { t: ofEdit } = useTranslation('edit');
  const format = useFormat();
  const { allowed, unit: scopeUnit } = useScope();
  const { open, q = '' } = useDetail();
  // Names are for those who oversee the unit; to everybody else people are their ids.
  const { role } = useSession().post;
  const { data: contacts } = useQuery({ ...staffContactsQuery(scopeUnit), enabled: overseers.has(role) });
  const people = new Map(contacts?.map(({ id, name }) => [id, name ?? '']));
  const units = new Map(allowed.map(({ unit }) => [unit.code, format.name(unit.name)]));
  const rows = staff.filter(({ id, unit }) => units.has(unit) && matches(q, [id, people.get(id) ?? '', units.get(unit) ?? '']));
  if (rows.length === 0) return <Empty>{ofEdit('nothingFound')}</Empty>;
  return (
    <DataTable
      label={t('staff')}
      rows={rows}
      rowKey={({ id }) => id}
      openKey={open}
      columns={[
        { title: ofEdit('code'), cell: ({ id }) => <OpenLink code={id}>{id}</OpenLink> },
        { title: t('person'), cell: ({ id }) => people.get(id) ?? '–' },
        { title: t('role'), cell: ({ role }) => t(`roles.${role}`) },
        { title: t('unit'), cell: ({ unit }) => units.get(unit) ?? unit },
        { title: ofEdit('validity'), cell: (member) => <Validity {...member} /> },
      ]}
    />
  );
}
