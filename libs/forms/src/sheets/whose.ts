import type { FormFacts } from '../facts/form-facts.ts';
import { field, line, type Block } from './sheet.ts';

/** Whose dossier it is: the lines that every form has of the applicant, and of who acts for them. */
export function toWhose({ applicant, representative, authorised }: FormFacts, label: string): readonly Block[] {
  const number = applicant?.isOrganisation === true ? 'Mã số thuế' : 'Số định danh';
  return [
    line(field(label, applicant?.name), field(number, applicant?.idNumber)),
    ...(representative === undefined
      ? []
      : [line(field('Người đại diện', representative.name), field('Chức vụ', representative.position))]),
    line(field('Địa chỉ', applicant?.address)),
    line(field('Số điện thoại', applicant?.phone), field('Email', applicant?.email)),
    ...(authorised === undefined
      ? []
      : [
          line(field('Người được ủy quyền', authorised.name), field('Số định danh', authorised.idNumber)),
          line(field('Địa chỉ', authorised.address), field('Số điện thoại', authorised.phone)),
        ]),
  ];
}

/** What is asked for: the procedure, and in particular. */
export const toAsked = ({ procedure, content }: FormFacts): Block =>
  line(field('Nội dung yêu cầu giải quyết', content === undefined ? procedure : `${procedure} (${content})`));

/** The reason in one line: what was chosen, then what was written. */
export function toReason({ step: { reason, reasonText } }: FormFacts): string | null {
  const parts = [reason, reasonText]
    .filter((part) => part !== undefined && part !== '')
    .map((part) => (part ?? '').replace(/[.\s]+$/u, ''));
  return parts.length === 0 ? null : `${parts.join('. ')}.`;
}

export const byHand = '(Ký và ghi rõ họ tên)';
/** Of who signs for the authority: by hand or by a digital signature. */
export const bySeal = '(Ký số hoặc ký, ghi rõ họ tên và đóng dấu)';
