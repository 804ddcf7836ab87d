import { describe, expect, it } from '@jest/globals';
import { OpenDossier } from '@motcua/contracts';
import { emptyDraft, findMissing, readAmount, toOpenDossier, type Draft } from './draft.ts';

const full: Draft = {
  ...emptyDraft,
  kind: 'organisation',
  idNumber: ' 025185001234 ',
  name: ' Hợp tác xã Chè Thanh Ba ',
  representative: ' Lê Thị Mận ',
  position: 'Giám đốc',
  hasAuthorised: true,
  authorised: { name: 'Trần Văn Được', phone: '', idNumber: '025190001111' },
  authorisedAddress: 'Ninh Dân',
  procedure: '1.001193',
  content: ' Khai sinh cho cháu Lúa ',
  copies: { 'to-khai': 2, 'giay-chung-sinh': 1, gone: 1 },
  originals: { 'to-khai': 1, 'giay-chung-sinh': 3 },
  others: 'Giấy uỷ quyền; Bản cam kết\n',
  way: 'post',
  place: 'Khu 7',
  fee: '8.000',
  receiptNumber: 'BL-7',
};
const at = '2026-11-27T10:00:00.000+07:00';

describe('a draft', () => {
  it('becomes a receipt as the contract wants it, papers in the order of the procedure', () => {
    const body = toOpenDossier(full, 'thanh-ba', ['giay-chung-sinh', 'to-khai'], at);
    expect(OpenDossier.parse(body)).toEqual({
      action: 'receive',
      unit: 'thanh-ba',
      procedure: '1.001193',
      channel: 'in-person',
      occurredAt: at,
      applicant: { name: 'Hợp tác xã Chè Thanh Ba', idNumber: '025185001234' },
      desk: {
        content: 'Khai sinh cho cháu Lúa',
        applicantKind: 'organisation',
        authorised: { name: 'Trần Văn Được', idNumber: '025190001111', address: 'Ninh Dân' },
        representative: { name: 'Lê Thị Mận', position: 'Giám đốc' },
        components: [
          { code: 'giay-chung-sinh', copies: 1, originals: 1 },
          { code: 'to-khai', copies: 2, originals: 1 },
          { name: 'Giấy uỷ quyền', copies: 1 },
          { name: 'Bản cam kết', copies: 1 },
        ],
        resultBy: { way: 'post', place: 'Khu 7' },
        fee: { amount: 8_000, receiptNumber: 'BL-7' },
      },
    });
  });

  it('names who acts for an organisation, and never for a person; what is owed has no receipt yet', () => {
    const body = toOpenDossier({ ...full, kind: 'person', isOwed: true }, 'thanh-ba', [], at);
    expect(OpenDossier.parse(body).desk).not.toHaveProperty('representative');
    expect(body.desk?.fee).toEqual({ amount: 8_000, paid: false });
  });

  it('leaves out what was left empty', () => {
    const body = toOpenDossier({ ...emptyDraft, name: 'A', procedure: 'p' }, 'u', [], at);
    expect(OpenDossier.parse(body)).toMatchObject({ applicant: { name: 'A' } });
    expect(body.desk).toEqual({ applicantKind: 'person', components: [], resultBy: { way: 'counter' } });
  });

  it('says what is missing', () => {
    expect(findMissing(emptyDraft)).toEqual(['name', 'procedure']);
    expect(findMissing({ ...full, authorised: { ...full.authorised, name: ' ' } })).toEqual(['authorised']);
    expect(findMissing(full)).toEqual([]);
  });

  it('reads an amount however it is written', () => {
    expect(['8.000', '8,000 đ', '8000', '', 'x'].map(readAmount)).toEqual([8000, 8000, 8000, null, null]);
  });
});
