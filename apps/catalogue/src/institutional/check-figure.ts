import { monthlyInstitutionalKinds, type InstitutionalFigure } from '@motcua/contracts';
import type { ReferenceRefusal } from '../entries/refusal.ts';

interface Parts {
  readonly part: readonly [field: string, value: number];
  readonly whole: readonly [field: string, value: number];
}

/** What is wrong with a figure in itself, whatever the catalogue holds. */
export function checkFigure(figure: InstitutionalFigure): ReferenceRefusal | undefined {
  return checkParts(figure) ?? checkMonth(figure) ?? checkCertificate(figure);
}

function checkParts(figure: InstitutionalFigure): ReferenceRefusal | undefined {
  const parts = partsOf(figure);
  if (parts === undefined || parts.part[1] <= parts.whole[1]) return undefined;
  const [part, whole] = [parts.part, parts.whole].map(([field, value]) => `"${field}" (${value})`);
  return {
    code: 'institutional.part-exceeds-whole',
    detail: `${part} is more than ${whole} it is a part of. Correct one of the two.`,
  };
}

function partsOf(figure: InstitutionalFigure): Parts | undefined {
  switch (figure.kind) {
    case 'network-dossiers':
      return { part: ['handled', figure.handled], whole: ['all', figure.all] };
    case 'mailboxes':
      return { part: ['issued', figure.issued], whole: ['entitled', figure.entitled] };
    case 'through-one-stop':
      return { part: ['received', figure.received], whole: ['all', figure.all] };
    case 'e-document-schools':
      return { part: ['connected', figure.connected], whole: ['all', figure.all] };
    case 'planning-opinions':
      return { part: ['answered', figure.answered], whole: ['asked', figure.asked] };
    case 'petitions':
      return { part: ['answeredOnTime', figure.answeredOnTime], whole: ['received', figure.received] };
    case 'modern-one-stop':
    case 'iso-9001':
      return undefined;
  }
}

function checkMonth({ kind, validFrom, validTo }: InstitutionalFigure): ReferenceRefusal | undefined {
  if (!monthlyInstitutionalKinds.includes(kind)) return undefined;
  const last = lastOfMonth(validFrom);
  if (validFrom.endsWith('-01') && validTo === last) return undefined;
  return {
    code: 'institutional.not-a-month',
    detail: `${kind} is entered month by month: validFrom ${validFrom.slice(0, 7)}-01 with validTo ${last}.`,
  };
}

function lastOfMonth(date: string): string {
  const [year = 0, month = 0] = date.split('-').map(Number);
  return `${date.slice(0, 7)}-${String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, '0')}`;
}

/** A certificate that never ends is one whose end nobody has read. */
function checkCertificate({ kind, validTo }: InstitutionalFigure): ReferenceRefusal | undefined {
  if (kind !== 'iso-9001' || validTo !== null) return undefined;
  return { code: 'institutional.end-missing', detail: 'A certificate ends: put the day printed on it into validTo.' };
}
