import { describe, expect, it } from '@jest/globals';
import { scopes, type Actor } from '@motcua/auth';
import { actor, path } from '@motcua/auth/testing/arbitraries';
import fc from 'fast-check';
import { may, mayAnywhere, rules, type Action } from '../index.ts';

const actions = Object.keys(rules) as Action[];
const isHandler = ({ role }: Actor): boolean => ['counter', 'specialist', 'head'].includes(role);

/** What is done to a dossier, by the handbook. */
function writes({ role }: Actor, what: string): boolean {
  if (role === 'admin') return true;
  if (['reassign', 'redate'].includes(what)) return false;
  if (role === 'head') return true;
  if (role !== 'counter' && role !== 'specialist') return false;
  if (['extend', 'apologise', 'stop', 'correct', 'propose-unit', 'approve-proposal', 'reject-proposal'].includes(what))
    return false;
  if (['refuse', 'transfer', 'request-supplement', 'receive-supplement', 'revert', 'digitize'].includes(what)) return true;
  if (['request-payment', 'confirm-payment'].includes(what)) return true;
  return what === 'process' ? role === 'specialist' : role === 'counter';
}

const isOperator = ({ role, unit: own }: Actor): boolean => role === 'admin' && own === undefined;
const isLegacy = ({ role, unit: own, source: its }: Actor): boolean =>
  role === 'source' && own !== undefined && its !== undefined;
const leads = ({ role }: Actor): boolean => ['head', 'leader', 'admin'].includes(role);

/** The rules again, in the words of the handbook instead of a table. */
function isPermitted(someone: Actor, action: Action, unitPath: readonly string[]): boolean {
  const { role, unit: own } = someone;
  if (role === 'source')
    return (
      ['log.follow', 'events.report'].includes(action) &&
      isLegacy(someone) &&
      (unitPath.length === 0 || unitPath.includes(own ?? ''))
    );
  if (['reference.read', 'indicators.read'].includes(action)) return true;
  if (['operate', 'reference.write', 'contacts.write', 'accounts.manage', 'log.follow', 'figure-reports.answer'].includes(action))
    return isOperator(someone);
  if (action === 'reforms.apply') return isOperator(someone);
  if (action === 'audit.read') return role === 'auditor';
  if (action === 'audit.verify') return role === 'auditor' || isOperator(someone);
  if (['inbox.read', 'preferences.write', 'password.change', 'access.end'].includes(action)) return false; // of a person, never of a unit
  if (action === 'files.reuse') return isHandler(someone) && own !== undefined && unitPath.at(-1) === own;
  if (!(own === undefined ? role === 'admin' : unitPath.includes(own))) return false;
  if (role === 'auditor') return false;
  if (['applicants.read', 'applicants.correct', 'files.open', 'dossiers.print-slip', 'dossiers.print-form'].includes(action))
    return isHandler(someone);
  if (action === 'applicants.ask-erasure') return isHandler(someone) || role === 'admin';
  if (action === 'applicants.erase') return role === 'head' || role === 'admin';
  if (['applicants.contact', 'applicants.refer', 'one-time-codes.send', 'events.report'].includes(action)) return false;
  if (action === 'dossiers.look-up') return false; // of who holds the slip
  if (['contacts.read', 'contacts.list'].includes(action)) return leads(someone);
  if (action === 'absences.read') return isHandler(someone) || role === 'admin';
  if (action === 'absences.write') return role === 'head' || role === 'admin';
  if (action === 'periods.propose') return role === 'head';
  if (action === 'periods.confirm') return role === 'head' || role === 'leader';
  if (action === 'reforms.confirm') return role === 'leader' || role === 'admin';
  if (action === 'reforms.read') return leads(someone);
  if (action === 'fees.read') return ['counter', 'head', 'leader', 'admin'].includes(role);
  if (action === 'ratings.ask') return role === 'counter' || role === 'head';
  if (action === 'notices.read') return role !== 'delegation';
  if (action === 'deliveries.retry') return role === 'head' || role === 'admin';
  if (action === 'recommendations.make') return ['delegation', 'leader', 'admin'].includes(role);
  if (action === 'recommendations.follow-up') return leads(someone);
  const [noun, verb = ''] = action.split('.');
  if (noun === 'dossiers' && !['read', 'list'].includes(verb)) return writes(someone, verb);
  return true;
}

describe('the table of who may do what', () => {
  it('equals an independently written rule', () => {
    fc.assert(
      fc.property(actor, fc.constantFrom(...actions), path, (someone, action, unitPath) => {
        expect([action, may(someone, action, unitPath)]).toEqual([action, isPermitted(someone, action, unitPath)]);
      }),
      { numRuns: 5_000 },
    );
  });

  it('lets nobody write to a dossier that they may not read', () => {
    const ofDossiers = actions.filter((action) => /^(dossiers|applicants|files)\./.test(action));
    fc.assert(
      fc.property(actor, fc.constantFrom(...ofDossiers), path, (someone, action, unitPath) => {
        expect(!may(someone, action, unitPath) || may(someone, 'dossiers.read', unitPath)).toBe(true);
      }),
    );
  });

  it('lets everybody have what is their own, and nobody what is another’s', () => {
    fc.assert(
      fc.property(
        actor,
        fc.constantFrom('inbox.read', 'preferences.write', 'password.change', 'access.end', 'contacts.read'),
        (someone, action) => {
          expect(may(someone, action, { person: 'an' })).toBe(someone.role !== 'source');
          expect(may(someone, action, { person: 'binh' })).toBe(false);
        },
      ),
    );
  });

  it('lets a service in by its scope alone, and show it no applicant', () => {
    fc.assert(
      fc.property(fc.constantFrom(...scopes), fc.constantFrom(...actions), path, (scope, action, unitPath) => {
        const isNamed = rules[action].services?.includes(scope) === true;
        expect(may({ service: 'notification', scopes: [scope] }, action, unitPath)).toBe(isNamed);
        expect(may({ service: 'notification', scopes: [scope] }, 'applicants.read', unitPath)).toBe(false);
      }),
    );
  });

  it('lets nobody in at a door behind which there is nothing for them', () => {
    fc.assert(
      fc.property(actor, fc.constantFrom(...actions), path, (someone, action, unitPath) => {
        expect(mayAnywhere(someone, action) || !may(someone, action, unitPath)).toBe(true);
      }),
    );
  });
});
