import type { SourceActor } from '@motcua/auth';

/** What a legacy system reports about. */
export interface Reported {
  /** The `source` of the event, the origin of the dossier; absent: that of the token. */
  readonly source?: string | undefined;
  /** Unit codes from the root down to the responsible unit; absent: none is known yet. */
  readonly unitPath?: readonly string[] | undefined;
}

/** An expected "no" to a line of a legacy system. */
export interface Foreign {
  readonly code: keyof typeof foreign;
  readonly sentence: { readonly vi: string; readonly en: string };
}

const foreign = {
  'source.foreign': {
    vi: 'Sự kiện hoặc hồ sơ thuộc nguồn khác với nguồn của mã truy cập: hãy gửi bằng mã truy cập của chính nguồn đó.',
    en: 'The event or the dossier is of another source than the access token: send it with a token of that source.',
  },
  'source.unit-outside': {
    vi: 'Đơn vị chịu trách nhiệm nằm ngoài phạm vi đơn vị của mã truy cập: hãy xin mã truy cập cho đơn vị đó hoặc đơn vị cấp trên.',
    en: 'The responsible unit lies outside the subtree of the access token: ask for a token of that unit or of one above it.',
  },
} as const;

/** Why a legacy system may not report this; undefined where it may. */
export function findForeign(actor: SourceActor, { source, unitPath }: Reported): Foreign | undefined {
  if (source !== undefined && source !== actor.source) return toForeign('source.foreign');
  if (unitPath !== undefined && !unitPath.includes(actor.unit)) return toForeign('source.unit-outside');
  return undefined;
}

const toForeign = (code: Foreign['code']): Foreign => ({ code, sentence: foreign[code] });
