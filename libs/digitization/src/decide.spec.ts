import { describe, expect, it } from '@jest/globals';
import {
  countSignatures,
  decide,
  evolve,
  isRefusal,
  noDigitization,
  type Digitization,
  type DigitizationCommand,
  type FileRef,
  type ReusableFile,
  type ReuseGround,
} from './index.ts';
import { list } from './testing/digitization.arbitraries.ts';

const at = 1_000;
const file = (sha: string, more: Partial<FileRef> = {}): FileRef => ({
  fileId: `f-${sha}`,
  sha256: sha,
  signature: 'none',
  ...more,
});
type Overrides = DigitizationCommand extends infer Each
  ? Each extends DigitizationCommand
    ? Omit<Each, 'occurredAt'>
    : never
  : never;

const received: Overrides = { type: 'make-checklist', list, channel: 'in-person' };
const attach = (component: string, sha = 'x'): Overrides => ({ type: 'attach-to-component', component, file: file(sha) });
const elsewhere = { dossierId: 'there', part: 'component' as const, applicantRef: 'an', isKept: true };
const reuse = (
  more: Partial<ReusableFile> = {},
  sha = 'x',
  ground: ReuseGround | null = { kind: 'content-right' },
): Overrides => ({
  type: 'reuse',
  component: 'a',
  source: { ...file(sha), ...elsewhere, ...more },
  fileId: 'new',
  dossierId: 'here',
  applicantRef: 'an',
  ground,
});

function given(...commands: Overrides[]): Digitization {
  return commands.reduce<Digitization>((state, command) => {
    const decision = decide(state, { ...command, occurredAt: at });
    if (isRefusal(decision)) throw new Error(decision.refused);
    return decision.reduce(evolve, state);
  }, noDigitization);
}
const when = (state: Digitization, command: Overrides) => decide(state, { ...command, occurredAt: at });
const statuses = (state: Digitization) => (state.status === 'open' ? state.components.map(({ status }) => status) : []);

describe('the checklist', () => {
  it('asks for what the procedure lists, less what is only shown or secret', () => {
    expect(statuses(given(received))).toEqual(['not-digitized', 'not-digitized', 'exempt', 'exempt']);
  });

  it('asks for no scan of a dossier filed online', () => {
    expect(statuses(given({ ...received, channel: 'online' }))).toEqual(['exempt', 'exempt', 'exempt', 'exempt']);
  });

  it('asks for the paper file as one, and one result, where the procedure lists nothing', () => {
    const state = given({ type: 'make-checklist', list: undefined, channel: 'postal' });
    expect(state).toMatchObject({ components: [{ code: 'ho-so', status: 'not-digitized' }], results: [{ code: 'ket-qua' }] });
  });

  it('is made once, and anew where the channel was recorded wrong', () => {
    const state = given(received, attach('a'));
    expect(when(state, received)).toEqual([]);
    expect(statuses(given(received, attach('a'), { ...received, channel: 'online' }))).toEqual([
      'digitized',
      'exempt',
      'exempt',
      'exempt',
    ]);
    expect(statuses(given({ ...received, channel: 'online' }, received))).toEqual([
      'not-digitized',
      'not-digitized',
      'exempt',
      'exempt',
    ]);
  });
});

describe('a file', () => {
  it('digitizes its component, and once only however often it comes', () => {
    const state = given(received, attach('a'));
    expect(statuses(state)[0]).toBe('digitized');
    expect(when(state, attach('a'))).toEqual([]);
    expect(when(state, attach('a', 'y'))).toMatchObject([{ type: 'component-digitized' }]);
  });

  it.each([
    ['c', 'component.not-scanned'],
    ['s', 'component.not-scanned'],
    ['nowhere', 'component.unknown'],
  ])('is refused for component %s', (component, code) => {
    expect(when(given(received), attach(component))).toEqual({ refused: code });
  });

  it('is refused before the dossier is received', () => {
    expect(when(noDigitization, attach('a'))).toEqual({ refused: 'digitization.not-received' });
  });

  it('that an archive keeps is known by its id alone: two without a content here are two files', () => {
    const held = (fileId: string): Overrides => ({
      type: 'attach-to-component',
      component: 'a',
      file: { fileId, sha256: null, signature: 'none' },
    });
    expect(when(given(received, held('one')), held('one'))).toEqual([]);
    expect(when(given(received, held('one')), held('two'))).toMatchObject([{ type: 'component-digitized' }]);
  });

  it('told late does not make the dossier digitized before the others were there', () => {
    const late = decide(given(received, attach('a'), attach('b')), {
      type: 'attach-to-result',
      occurredAt: at - 500,
      result: 'r',
      file: file('r'),
    });
    if (isRefusal(late)) throw new Error(late.refused);
    expect(late.reduce(evolve, given(received, attach('a'), attach('b')))).toMatchObject({ digitizedAt: at });
  });

  it('makes the dossier digitized with the result’s, from the moment the last one came', () => {
    const result: Overrides = { type: 'attach-to-result', result: 'r', file: file('r', { signature: 'verified' }) };
    expect(given(received, attach('a'), attach('b'))).toMatchObject({ digitizedAt: null });
    expect(given(received, attach('a'), attach('b'), result)).toMatchObject({ digitizedAt: at, version: 4 });
  });
});

describe('a file whose signature is broken', () => {
  const broken = (component: string, sha = 'x'): Overrides => ({
    type: 'attach-to-component',
    component,
    file: file(sha, { signature: 'broken' }),
  });

  it('is kept and digitizes nothing, neither a component nor a result', () => {
    const result: Overrides = { type: 'attach-to-result', result: 'r', file: file('r', { signature: 'broken' }) };
    const state = given(received, broken('a'), attach('b'), result);
    expect(statuses(state).slice(0, 2)).toEqual(['not-digitized', 'digitized']);
    expect(state).toMatchObject({ digitizedAt: null, results: [{ files: [] }], brokenFiles: [{ code: 'a' }, { code: 'r' }] });
    if (state.status === 'open') expect(countSignatures(state)).toEqual({ none: 1, broken: 2, unverified: 0, verified: 0 });
  });

  it('is told of once, stands in no whole file’s way, and goes when a check rejects it', () => {
    expect(when(given(received, broken('a')), broken('a'))).toEqual([]);
    expect(when(given(received, broken('a')), attach('a'))).toMatchObject([{ type: 'component-digitized' }]);
    const rejected = given(received, broken('a'), { type: 'check', part: 'component', code: 'a', faults: ['legibility'] });
    expect(rejected).toMatchObject({ brokenFiles: [] });
  });

  it('is not reused', () => {
    expect(when(given(received), reuse({ signature: 'broken' }))).toEqual({ refused: 'reuse.gone' });
  });
});

describe('a check', () => {
  const check = (faults: ('order' | 'legibility')[], code = 'a'): Overrides => ({
    type: 'check',
    part: 'component',
    code,
    faults,
  });

  it('with a fault makes the document missing again', () => {
    const state = given(received, attach('a'));
    expect(when(state, check(['order']))).toMatchObject([{ type: 'rejected', faults: ['order'], files: ['f-x'] }]);
    expect(statuses(given(received, attach('a'), check(['order'])))[0]).toBe('not-digitized');
  });

  it('without a fault changes nothing', () => {
    expect(when(given(received, attach('a')), check([]))).toEqual([]);
  });

  it('of nothing is refused', () => {
    expect(when(given(received), check(['order']))).toEqual({ refused: 'scan.nothing-to-check' });
  });
});

describe('reuse', () => {
  it.each([
    [{ part: 'component' as const }, 'reused-component'],
    [{ part: 'result' as const }, 'reused-result'],
  ])('takes a file of another dossier of the same applicant (%j)', (more, status) => {
    expect(statuses(given(received, reuse(more)))[0]).toBe(status);
  });

  it.each([
    [{ applicantRef: 'binh' }, 'reuse.other-applicant'],
    [{ applicantRef: null }, 'reuse.applicant-unknown'],
    [{ dossierId: 'here' }, 'reuse.same-dossier'],
    [{ isKept: false }, 'reuse.gone'],
    [{ sha256: null }, 'reuse.held-elsewhere'],
  ])('is refused of %j', (more, code) => {
    expect(when(given(received), reuse(more))).toEqual({ refused: code });
  });

  it('is refused without a ground, whatever the source is and also when it was done before', () => {
    const groundless = reuse({}, 'x', null);
    expect(when(given(received), groundless)).toEqual({ refused: 'reuse.consent-needed' });
    expect(when(given(received, reuse()), groundless)).toEqual({ refused: 'reuse.consent-needed' });
    expect(when(given(received), reuse({ isKept: false, applicantRef: 'binh' }, 'x', null))).toEqual({
      refused: 'reuse.consent-needed',
    });
  });

  it('says on what ground, and leaves the documents it took from as they are, with one event more', () => {
    const consent = { kind: 'consent', proof: 'id-card-shown' } as const;
    expect(when(given(received), reuse({}, 'x', consent))).toMatchObject([{ type: 'component-reused', ground: consent }]);
    const lender = given(received, attach('a'));
    const lent = { type: 'file-reused', part: 'component', code: 'a', fileId: 'f-x', toDossier: 'here' } as const;
    const after = evolve(lender, { ...lent, toUnit: 'dong-xuan', toComponent: 'b', ground: consent, occurredAt: at });
    expect(after).toEqual({ ...lender, version: 3 });
  });

  it('turns the scan of the very same content into a reuse, and no other scan', () => {
    expect(statuses(given(received, attach('a', 'x'), reuse({}, 'x')))[0]).toBe('reused-component');
    expect(when(given(received, attach('a', 'y')), reuse({}, 'x'))).toEqual({ refused: 'component.already-there' });
  });

  it('is said once, and keeps a scan away until it is rejected', () => {
    const state = given(received, reuse());
    expect(when(state, reuse())).toEqual([]);
    expect(when(state, attach('a', 'y'))).toEqual({ refused: 'component.reused' });
    const rejected = given(received, reuse(), { type: 'check', part: 'component', code: 'a', faults: ['count'] });
    expect(when(rejected, attach('a', 'y'))).toMatchObject([{ type: 'component-digitized' }]);
  });
});

describe('an exemption', () => {
  const exempt = (reason: 'secret' | 'online-dossier', component = 'a'): Overrides => ({ type: 'exempt', component, reason });

  it('takes a component off the list, once', () => {
    const state = given(received, exempt('secret'));
    expect(statuses(state)[0]).toBe('exempt');
    expect(when(state, exempt('secret'))).toEqual([]);
    expect(when(state, attach('a'))).toEqual({ refused: 'component.not-scanned' });
  });

  it('is refused where a file is there, and for being online', () => {
    expect(when(given(received, attach('a')), exempt('secret'))).toEqual({ refused: 'component.already-there' });
    expect(when(given(received), exempt('online-dossier'))).toEqual({ refused: 'component.online-not-claimed' });
  });
});
