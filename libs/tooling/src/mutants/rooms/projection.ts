import type { Check, Mutant } from '../mutant.ts';

/** How events become facts and cells, in PostgreSQL. */
const kpi = (spec: string): Check => ({ project: 'apps/kpi-aggregator', kind: 'integration', spec });

export const projection: readonly Mutant[] = [
  {
    name: 'old-contribution-stays',
    bug: 'what a dossier counted for before is not taken back',
    invariant: 'nothing is counted twice',
    file: 'apps/kpi-aggregator/src/projection/project-events.ts',
    from: 'changes.add(placement, interval, -1);',
    to: 'changes.add(placement, interval, 1 - 1);',
    check: kpi('project-events.int'),
  },
  {
    name: 'surplus-interval-stays',
    bug: 'a move that is taken back leaves its interval in the list',
    invariant: 'number = list',
    file: 'apps/kpi-aggregator/src/projection/facts/write-facts.ts',
    from: 'if (surplus.length === 0) return;',
    to: 'if (surplus.length >= 0) return;',
    check: kpi('project-events.int'),
  },
  {
    name: 'older-event-wins',
    bug: 'an event that comes again overwrites what followed it',
    invariant: 'order within a dossier',
    file: 'apps/kpi-aggregator/src/projection/facts/fold-dossier.ts',
    from: 'if (event.version <= version) continue;',
    to: '',
    check: kpi('project-events.int'),
  },
  {
    name: 'move-rewrites-the-past',
    bug: 'a dossier that moves has always been the new unit’s',
    invariant: 'a unit answers for its own time',
    file: 'apps/kpi-aggregator/src/projection/facts/fold-dossier.ts',
    from: 'return moves && last !== undefined',
    to: 'return moves && last === undefined',
    check: kpi('project-events.int'),
  },
  {
    name: 'older-documents-win',
    bug: 'what is known of the documents is overwritten by an older event',
    invariant: 'order within a dossier',
    file: 'apps/kpi-aggregator/src/projection/enrichment/enrichment-projector.ts',
    from: 'before !== undefined && numberOf(event) > numberOf(before)',
    to: 'before !== undefined',
    check: kpi('documents.int'),
  },
];
