import type { Check, Mutant } from '../mutant.ts';

/** What a dossier is after its events. */
const dossier = (spec: string): Check => ({ project: 'libs/dossier', kind: 'unit', spec });
const units = (spec: string): Check => ({ project: 'libs/organisation', kind: 'unit', spec });

export const dossiers: readonly Mutant[] = [
  {
    name: 'second-extension',
    bug: 'a dossier is extended as often as one likes',
    invariant: 'one extension, in good time (NĐ 61/2018 Art. 19(9))',
    file: 'libs/dossier/src/commands/extend.ts',
    from: 'dossier.extensions.length >= ruleSet.maxExtensions',
    to: 'dossier.extensions.length > ruleSet.maxExtensions + 9',
    check: dossier('extend.spec'),
  },
  {
    name: 'asked-before-receipt-counts',
    bug: 'what a submission is asked for stops the clock of the dossier that it becomes',
    invariant: 'before receipt nothing is promised (NĐ 61/2018 Art. 17(2)(a))',
    file: 'libs/dossier/src/state/event-effects.ts',
    from: "ofSubmission === true\n        ? pauseSubmission(recorded, 'supplement', at)",
    to: "ofSubmission !== true\n        ? pauseSubmission(recorded, 'supplement', at)",
    check: dossier('before-receipt'),
  },
  {
    name: 'apology-before-late',
    bug: 'an apology is taken a minute too early, while the result is in time',
    invariant: 'before the due nothing is apologised for',
    file: 'libs/dossier/src/commands/apologise.ts',
    from: 'if (at < (clock.lateFrom.current ?? Infinity))',
    to: 'if (at + MINUTE_MS < (clock.lateFrom.current ?? Infinity))',
    check: dossier('apologise.spec'),
  },
  {
    name: 'returned-ends-processed',
    bug: 'the end is the return, not the moment at which the result was there',
    invariant: 'whoever fetches a result late makes nobody late (QĐ 766, 2.1)',
    file: 'libs/dossier/src/state/settle.ts',
    from: "if (recorded.processedAt !== null) return { at: recorded.processedAt, by: 'processed' };\n  if (recorded.returnedAt !== null) return { at: recorded.returnedAt, by: 'returned' };",
    to: "if (recorded.returnedAt !== null) return { at: recorded.returnedAt, by: 'returned' };\n  if (recorded.processedAt !== null) return { at: recorded.processedAt, by: 'processed' };",
    check: dossier('record-legacy.spec'),
  },
  {
    name: 'undo-keeps-pause',
    bug: 'a supplement request that is taken back leaves its pause',
    invariant: 'after an undo everything is as if neither had happened',
    file: 'libs/dossier/src/state/undo-point.ts',
    from: '  toldPauses: true,',
    to: '  toldPauses: false,',
    check: dossier('revert'),
  },
  {
    name: 'undo-of-what-is-past',
    bug: 'an event is taken back though others followed it',
    invariant: 'history is not argued with',
    file: 'libs/dossier/src/state/undo-point.ts',
    from: 'if (undo?.version !== version) return recorded;',
    to: 'if (undo === undefined) return recorded;',
    check: dossier('revert'),
  },
  {
    name: 'open-pause-survives-end',
    bug: 'a pause that is open when a dossier ends runs on',
    invariant: 'an end closes what is open',
    file: 'libs/dossier/src/state/settle.ts',
    from: 'if (end === null) return pauses;',
    to: 'if (end !== null || end === null) return pauses;',
    check: dossier('commands/endings.spec'),
  },
  {
    name: 'proposal-approved-by-its-author',
    bug: 'who proposes a correction approves it',
    invariant: 'what changes the past takes two',
    file: 'libs/dossier/src/backdating/approve-proposal.ts',
    from: 'if (proposal.madeBy !== null && proposal.madeBy === actor)',
    to: 'if (proposal.madeBy !== null && proposal.madeBy !== proposal.madeBy)',
    check: dossier('backdating'),
  },
  {
    name: 'two-validities-of-one-day',
    bug: 'an entry that was written over holds on beside its successor',
    invariant: 'of each code one version holds on a day',
    file: 'libs/organisation/src/validity.ts',
    from: 'before === null ? null : dayBefore(before)',
    to: 'before === null ? null : before',
    check: units('src/'),
  },
];
