import type { ReformPreview, ReformView } from '@motcua/contracts';
import { formatCount, toTable } from '@motcua/terminal';
import pc from 'picocolors';

/** What a reform would do: a table of units, and what stands in the way. */
export function toPreviewLines({ id, effectiveFrom, dossiers, units, staff, obstacles }: ReformPreview): string[] {
  const rows = units.map(({ from, to, dossiers: count }) => [from, to, formatCount(count)]);
  const columns = [{ title: 'FROM' }, { title: 'TO' }, { title: 'DOSSIERS', align: 'right' as const }];
  const title = `Reform ${id}, from ${effectiveFrom}`;
  return [
    `${title} · ${pc.bold(formatCount(dossiers))} dossiers and ${formatCount(staff)} staff move`,
    ...(rows.length === 0 ? [] : ['', toTable(columns, rows)]),
    ...(obstacles.length === 0 ? [] : ['', pc.yellow(`${formatCount(obstacles.length)} things stand in the way:`)]),
    ...obstacles.flatMap(toObstacleLines),
  ];
}

function toObstacleLines({ code, about, message, dossiers, sample = [] }: ReformPreview['obstacles'][number]): string[] {
  const count = dossiers === undefined ? '' : ` (${formatCount(dossiers)} dossiers)`;
  const listed = sample.map((dossier) => dossier.code ?? dossier.dossierId).join(', ');
  return [
    `${pc.yellow('!')} ${about}${count} · ${pc.dim(code)}`,
    `  ${message.vi}`,
    `  ${message.en}`,
    ...(listed === '' ? [] : [pc.dim(`  ${listed}`)]),
  ];
}

const stateWords = {
  planning: 'finding the dossiers that move',
  applying: 'moving dossiers',
  applied: 'applied; it can be reverted until somebody else confirms it',
  confirmed: 'confirmed; it stands',
  reverting: 'moving dossiers back',
  reverted: 'reverted',
} as const satisfies Record<ReformView['state'], string>;

/** How far a reform is. */
export function toReformLines(reform: ReformView): string[] {
  const { id, effectiveFrom, state, planned, moved, skipped, unmapped, returned, appliedBy, confirmedBy, revertedBy } = reform;
  const counts = [
    [moved, 'moved'],
    [planned, 'still to move'],
    [returned, 'moved back'],
    [skipped, 'over or moved by hand meanwhile'],
    [unmapped, 'with nobody to go on with them'],
  ] as const;
  const people = [
    `applied by ${appliedBy}`,
    confirmedBy && `confirmed by ${confirmedBy}`,
    revertedBy && `reverted by ${revertedBy}`,
  ];
  return [
    `${pc.bold(id)} · from ${effectiveFrom} · ${stateWords[state]}`,
    counts
      .filter(([count], index) => count > 0 || index === 0)
      .map(([count, word]) => `${formatCount(count)} ${word}`)
      .join(' · '),
    pc.dim(people.filter((person) => typeof person === 'string' && person !== '').join(' · ')),
  ];
}
