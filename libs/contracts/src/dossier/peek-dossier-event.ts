import { toDossierEventType } from './dossier-event.ts';

/** What can be told of a published dossier event without parsing it. */
export interface EventLabel {
  readonly dossierId: string;
  readonly version: number;
  /** It moves responsibility (`reassigned`), or may take such a move back (`reverted`). */
  readonly moves: boolean;
}

/** Our events name themselves at their beginning; identifiers of legacy systems may be long. */
const HEAD = 640;
const TYPE = '"type":"vn.motcua.dossier.';
const MOVES = (['reassigned', 'reverted'] as const).map((name) => `"type":"${toDossierEventType(name)}"`);
const DATA = ',"data":{"dossierId":"';
const VERSION = '","dossierVersion":';
const UUID_LENGTH = 36;

/**
 * Reads the label from the first bytes of an event as dossier-intake writes it: the envelope, then `data` with the dossier's id
 * and version first. Undefined where it is written another way and has to be parsed. No text inside the JSON can look
 * like the places searched for, because quotes in a text are escaped. That it is written so is specified where it is: in dossier-intake.
 */
export function peekDossierEvent(value: Buffer): EventLabel | undefined {
  const head = value.toString('latin1', 0, HEAD);
  const type = head.indexOf(TYPE);
  const id = head.indexOf(DATA, type) + DATA.length;
  const version = id + UUID_LENGTH + VERSION.length;
  if (type < 0 || id < DATA.length || !head.startsWith(VERSION, id + UUID_LENGTH)) return undefined;
  const number = readNumber(head, version);
  if (number === undefined) return undefined;
  return {
    dossierId: head.slice(id, id + UUID_LENGTH),
    version: number,
    moves: MOVES.some((moving) => head.startsWith(moving, type)),
  };
}

/** A number from 1 that a comma ends. */
function readNumber(text: string, from: number): number | undefined {
  let value = 0;
  let at = from;
  for (; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  return value > 0 && value < 2 ** 31 && text[at] === ',' ? value : undefined;
}
