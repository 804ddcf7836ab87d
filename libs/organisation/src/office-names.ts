import type { LocalDate, UnitKind } from './unit.ts';

/** What is asked of a unit to name it in full. */
export interface NamedUnit {
  readonly kind: UnitKind;
  readonly name: { readonly vi: string; readonly en?: string | undefined };
  /** The authority’s name as its papers bear it; absent: by its kind. */
  readonly formalName?: { readonly vi: string; readonly en?: string | undefined } | undefined;
}

export interface OfficeName {
  readonly vi: string;
  readonly en: string;
}

/** What the names of administrative units begin with; each is governed by a People’s Committee of that name (Law on Local Government). */
const territories = /^(?:Tỉnh|Thành phố|Quận|Huyện|Thị xã|Thị trấn|Phường|Xã|Đặc khu)\s/u;
/** From then on communes receive at a public administration service centre (NĐ 118/2025). */
const CENTRES_FROM = '2025-07-01';

/** “Xã Đồng Xuân” → “Ủy ban nhân dân xã Đồng Xuân”; a department, or a unit elsewhere, is called what it is called. */
export function toOfficeName({ name, formalName }: NamedUnit): OfficeName {
  if (formalName !== undefined) return { vi: formalName.vi, en: formalName.en ?? formalName.vi };
  const isTerritory = territories.test(name.vi);
  if (!isTerritory) return { vi: name.vi, en: name.en ?? name.vi };
  return { vi: `Ủy ban nhân dân ${withSmallHead(name.vi)}`, en: `People’s Committee of ${name.en ?? name.vi}` };
}

/** “Xã Đồng Xuân” → “Đồng Xuân”: the place that stands before a date. */
export const toPlaceName = ({ name }: Pick<NamedUnit, 'name'>): string => name.vi.replace(territories, '');

/** Where dossiers of a unit are received on a date, in full. */
export function toCounterName({ name, kind }: NamedUnit, date: LocalDate): OfficeName {
  const isCentre = date >= CENTRES_FROM && (kind === 'commune' || kind === 'province');
  const counter = isCentre ? 'Trung tâm Phục vụ hành chính công' : 'Bộ phận Tiếp nhận và Trả kết quả';
  const of = territories.test(name.vi) ? withSmallHead(name.vi) : name.vi;
  const inEnglish = isCentre ? 'public administration service centre' : 'one-stop counter';
  return { vi: `${counter} ${of}`, en: `the ${inEnglish} of ${name.en ?? name.vi}` };
}

const withSmallHead = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
