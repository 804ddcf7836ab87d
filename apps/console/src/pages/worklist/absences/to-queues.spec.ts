import { describe, expect, it } from '@jest/globals';
import type { ListedDossier } from '@motcua/contracts';
import { toQueues } from './to-queues.ts';

const dossier = (dossierId: string, officer: string | null, more: Partial<ListedDossier> = {}): ListedDossier =>
  ({ dossierId, officer, handlingUnit: 'xa', actions: ['correct'], ...more }) as ListedDossier;

describe('queues', () => {
  it('hold what each officer has in hand here, and nothing that cannot be handed over', () => {
    const dossiers = [
      dossier('1', 'cv-08'),
      dossier('2', 'cv-07'),
      dossier('3', null),
      dossier('4', 'cv-08'),
      dossier('5', 'cv-08', { handlingUnit: 'phong' }),
      dossier('6', 'cv-07', { actions: ['transfer'] }),
    ];
    const queues = toQueues(dossiers, 'xa').map((queue) => [queue.officer, queue.dossiers.map(({ dossierId }) => dossierId)]);
    expect(queues).toEqual([
      ['cv-07', ['2']],
      ['cv-08', ['1', '4']],
    ]);
  });
});
