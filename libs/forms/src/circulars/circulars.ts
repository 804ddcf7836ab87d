import type { LocalDate } from '@motcua/calendar';
import type { Circular, FormEdition } from './circular.ts';
import type { FormName } from './form-name.ts';

const receipt = { title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', serial: 'TNHS' };
const supplement = { title: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', serial: 'PBS' };
const refusal = { title: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ', serial: 'PTC' };
const control = { title: 'Phiếu kiểm soát quá trình giải quyết hồ sơ' };

/** Annexes of circulars 01/2018/TT-VPCP and 03/2025/TT-VPCP. Which one counts goes by the date of receipt, as the decree does. */
export const circulars: readonly Circular[] = [
  {
    code: 'tt-01-2018',
    name: 'Thông tư số 01/2018/TT-VPCP',
    validFrom: '1900-01-01',
    validTo: '2025-06-30',
    forms: {
      receipt: { number: '01', ...receipt },
      supplement: { number: '02', ...supplement },
      refusal: { number: '03', ...refusal },
      apology: { number: '04', title: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả', serial: 'PXL' },
      control: { number: '05', ...control },
    },
  },
  {
    code: 'tt-03-2025',
    name: 'Thông tư số 03/2025/TT-VPCP',
    validFrom: '2025-07-01',
    validTo: null,
    forms: {
      receipt: { number: '01', ...receipt },
      supplement: { number: '02', ...supplement },
      refusal: { number: '03', ...refusal },
      apology: { number: '04', title: 'Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết', serial: 'PXL' },
      stopping: { number: '05', title: 'Thông báo dừng giải quyết hồ sơ', serial: 'TB' },
      control: { number: '06', ...control },
    },
  },
];

/** The circular of dossiers that were received on a date. */
export function getCircular(receivedOn: LocalDate): Circular {
  const found = circulars.find(
    ({ validFrom, validTo }) => validFrom <= receivedOn && (validTo === null || receivedOn <= validTo),
  );
  if (found === undefined) throw new RangeError(`No circular holds on ${receivedOn}.`);
  return found;
}

/** A form as the circular of that date has it; undefined: that circular has no such form. */
export const findEdition = (form: FormName, receivedOn: LocalDate): FormEdition | undefined =>
  getCircular(receivedOn).forms[form];
