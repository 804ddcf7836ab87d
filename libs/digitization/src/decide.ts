import type { CommandOf, DigitizationCommand } from './digitization-command.ts';
import type { DigitizationEvent, DigitizationEventPayload } from './digitization-event.ts';
import type { Component, Digitization, OpenDigitization } from './digitization.ts';
import { filesOf } from './figures.ts';
import { remakeChecklist } from './remake-checklist.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { FileRef, Part } from './vocabulary.ts';

const MAX_FILES = 50;

/** What a command makes of the documents: events, a refusal, or nothing where it was done before. */
export function decide(state: Digitization, command: DigitizationCommand): readonly DigitizationEvent[] | Refusal {
  const decision = decidePayloads(state, command);
  return 'refused' in decision ? decision : decision.map((fact) => ({ ...fact, occurredAt: command.occurredAt }));
}

type Decision = readonly DigitizationEventPayload[] | Refusal;

function decidePayloads(state: Digitization, command: DigitizationCommand): Decision {
  if (command.type === 'make-checklist') return remakeChecklist(state, command);
  if (state.status === 'none') return refuse('digitization.not-received');
  switch (command.type) {
    case 'attach-to-component':
      return attachToComponent(state, command);
    case 'attach-to-result':
      return attachToResult(state, command);
    case 'reuse':
      return reuse(state, command);
    case 'exempt':
      return exempt(state, command);
    case 'check':
      return check(state, command);
  }
}

/** The same one again, or another of the same content. What is kept elsewhere has no content here to be compared. */
const isSameFile = (one: FileRef, other: FileRef): boolean =>
  one.fileId === other.fileId || (one.sha256 !== null && one.sha256 === other.sha256);

const findComponent = (state: OpenDigitization, code: string): Component | undefined =>
  state.components.find((component) => component.code === code);

function attachToComponent(state: OpenDigitization, { component: code, file }: CommandOf<'attach-to-component'>): Decision {
  const component = findComponent(state, code);
  if (component === undefined) return refuse('component.unknown');
  switch (component.status) {
    case 'reused-component':
    case 'reused-result':
      return refuse('component.reused');
    case 'exempt':
      // What came online may get its file from the portal; what nobody may scan gets none.
      return component.reason === 'online-dossier' ? attached(state, code, file) : refuse('component.not-scanned');
    case 'not-digitized':
      return attached(state, code, file);
    case 'digitized':
      if (component.files.some((attached) => isSameFile(attached, file))) return [];
      return component.files.length >= MAX_FILES ? refuse('component.too-many-files') : attached(state, code, file);
  }
}

const attached = (state: OpenDigitization, component: string, file: FileRef): Decision =>
  file.signature === 'broken'
    ? signatureBroken(state, 'component', component, file)
    : [{ type: 'component-digitized', component, file }];

/** Kept to be shown; it digitizes nothing, for what it says now is not what was signed. */
function signatureBroken(state: OpenDigitization, part: Part, code: string, file: FileRef): Decision {
  const known = state.brokenFiles.filter((it) => it.part === part && it.code === code);
  if (known.some((it) => isSameFile(it.file, file))) return [];
  return known.length >= MAX_FILES ? refuse('component.too-many-files') : [{ type: 'signature-broken', part, code, file }];
}

function attachToResult(state: OpenDigitization, { result: code, file }: CommandOf<'attach-to-result'>): Decision {
  const result = state.results.find((it) => it.code === code);
  if (result === undefined) return refuse('result.unknown');
  if (result.files.some((attached) => isSameFile(attached, file))) return [];
  if (file.signature === 'broken') return signatureBroken(state, 'result', code, file);
  if (result.files.length >= MAX_FILES) return refuse('component.too-many-files');
  return [{ type: 'result-digitized', result: code, file }];
}

/** Never done by itself: an officer says so, something permits it, and both dossiers are the same applicant's. */
function reuse(state: OpenDigitization, command: CommandOf<'reuse'>): Decision {
  const { component: code, source, fileId, dossierId, applicantRef, ground } = command;
  const component = findComponent(state, code);
  if (component === undefined) return refuse('component.unknown');
  if (component.status === 'exempt' && component.reason !== 'online-dossier') return refuse('component.not-scanned');
  if (source.dossierId === dossierId) return refuse('reuse.same-dossier');
  // Before all that tells of the source: nobody learns of it by asking.
  if (ground === null) return refuse('reuse.consent-needed');
  if (source.sha256 === null) return refuse('reuse.held-elsewhere');
  const isReused = component.status === 'reused-component' || component.status === 'reused-result';
  if (isReused && component.file.sha256 === source.sha256 && component.fromDossier === source.dossierId) return [];
  if (isReused) return refuse('component.already-there');
  // A scan of the very same content may be turned into a reuse: that is what the proposal after an upload is for.
  if (component.status === 'digitized' && component.files.some(({ sha256 }) => sha256 !== source.sha256)) {
    return refuse('component.already-there');
  }
  if (applicantRef === null || source.applicantRef === null) return refuse('reuse.applicant-unknown');
  if (applicantRef !== source.applicantRef) return refuse('reuse.other-applicant');
  if (!source.isKept || source.signature === 'broken') return refuse('reuse.gone');
  const status = source.part === 'component' ? 'reused-component' : 'reused-result';
  const file = { fileId, sha256: source.sha256, signature: source.signature };
  const from = { fromDossier: source.dossierId, fromFile: source.fileId };
  return [{ type: 'component-reused', component: code, status, ...from, ground, file }];
}

function exempt(state: OpenDigitization, { component: code, reason }: CommandOf<'exempt'>): Decision {
  const component = findComponent(state, code);
  if (component === undefined) return refuse('component.unknown');
  if (component.status === 'exempt') return component.reason === reason ? [] : [{ type: 'exempted', component: code, reason }];
  if (component.status !== 'not-digitized') return refuse('component.already-there');
  // The channel says what was filed online; an officer does not.
  if (reason === 'online-dossier') return refuse('component.online-not-claimed');
  return [{ type: 'exempted', component: code, reason }];
}

/** A scan with a fault no longer counts: the document is missing again. Without a fault the check is on record and changes nothing. */
function check(state: OpenDigitization, { part, code, faults }: CommandOf<'check'>): Decision {
  const files = listFiles(state, part, code);
  if (!Array.isArray(files)) return refuse(part === 'component' ? 'component.unknown' : 'result.unknown');
  if (files.length === 0) return refuse('scan.nothing-to-check');
  return faults.length === 0 ? [] : [{ type: 'rejected', part, code, faults, files }];
}

function listFiles(state: OpenDigitization, part: Part, code: string): string[] | undefined {
  const broken = state.brokenFiles.filter((it) => it.part === part && it.code === code).map(({ file }) => file.fileId);
  const counting = listCounting(state, part, code);
  return counting && [...counting, ...broken];
}

function listCounting(state: OpenDigitization, part: Part, code: string): string[] | undefined {
  if (part === 'result') return state.results.find((it) => it.code === code)?.files.map(({ fileId }) => fileId);
  const component = findComponent(state, code);
  return component && filesOf(component).map(({ fileId }) => fileId);
}
