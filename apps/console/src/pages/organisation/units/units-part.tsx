import type { UnitDocument } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { entriesQuery } from '../../../api/catalogue-queries.ts';
import { matches } from '../../../detail/fold-accents.ts';
import { OpenLink } from '../../../detail/open-link.tsx';
import { useDetail } from '../../../detail/use-detail.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.ts';
import { listSubtree } from '../../../scope/unit-tree.ts';
import { Answer } from '../../../ui/answer.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Split } from '../../../ui/split.tsx';
import { Empty } from '../../../ui/states.tsx';
import { Validity } from '../../../ui/validity.tsx';
import { UnitDialog } from './unit-dialog.tsx';
import { UnitPanel } from './unit-panel.tsx';
import { UnitTools } from './unit-tools.tsx';

/** The tree of units as it stood on a day, or with all there ever were. */
export function UnitsPart() {
  const { open, edit, at, choose } = useDetail();
  const query = useQuery(entriesQuery('units', at));
  return (
    <Answer query={query} height={500}>
      {(entries) => {
        const units = entries.map(({ document }) => document);
        const opened = units.find(({ code }) => code === open);
        const close = (): void => {
          choose({ edit: undefined });
        };
        return (
          <>
            <UnitTools />
            <Split beside={opened === undefined ? undefined : <UnitPanel key={opened.code} unit={opened} units={units} />}>
              <UnitTable units={units} />
            </Split>
            {edit === 'new' && <UnitDialog units={units} onClose={close} />}
            {edit === 'open' && opened !== undefined && <UnitDialog unit={opened} units={units} onClose={close} />}
          </>
        );
      }}
    </Answer>
  );
}

function UnitTable({ units }: { readonly units: readonly UnitDocument[] }) {
  const { t } = useTranslation('organisation');
  const { t: ofEdit } = useTranslation('edit');
  const format = useFormat();
  const { post } = useSession();
  const { open, q = '' } = useDetail();
  const rows = listSubtree(units, post.unit).filter(({ unit }) => matches(q, [unit.code, unit.name.vi, unit.name.en ?? '']));
  if (rows.length === 0) return <Empty>{ofEdit('nothingFound')}</Empty>;
  return (
    <DataTable
      label={t('units')}
      rows={rows}
      rowKey={({ unit }) => unit.code}
      openKey={open}
      columns={[
        {
          title: t('unit'),
          cell: ({ unit, depth }) => (
            <div style={{ paddingInlineStart: `${q === '' ? depth * 1.25 : 0}rem` }}>
              <OpenLink code={unit.code}>{format.name(unit.name)}</OpenLink>
            </div>
          ),
        },
        { title: t('kind'), cell: ({ unit }) => t(`kinds.${unit.kind}`) },
        { title: ofEdit('code'), cell: ({ unit }) => unit.code },
        { title: t('dossierCode'), cell: ({ unit }) => unit.dossierCode ?? '–' },
        { title: ofEdit('validity'), cell: ({ unit }) => <Validity {...unit} /> },
      ]}
    />
  );
}
