import { handlers, readers, type Rule } from '../reach.ts';

const counter = { counter: 'subtree', head: 'subtree', admin: 'subtree' } as const;
const specialist = { specialist: 'subtree', head: 'subtree', admin: 'subtree' } as const;
const desk = { ...handlers, admin: 'subtree' } as const;
const head = { head: 'subtree', admin: 'subtree' } as const;
const admin = { admin: 'subtree' } as const;

/** What is done to a dossier, in the words of the API's paths, and what is read of it. */
export const dossierRules = {
  'dossiers.read': { name: { vi: 'xem hồ sơ', en: 'read dossiers' }, isPersonal: true, to: readers },
  'dossiers.list': { name: { vi: 'tìm và liệt kê hồ sơ', en: 'search and list dossiers' }, isPersonal: true, to: readers },
  'applicants.read': { name: { vi: 'xem thông tin người nộp', en: 'see applicants unmasked' }, isPersonal: true, to: handlers },
  'applicants.correct': {
    name: { vi: 'sửa thông tin người nộp', en: 'correct what is known of an applicant' },
    isPersonal: true,
    to: handlers,
  },
  'applicants.ask-erasure': {
    name: { vi: 'đề nghị xóa dữ liệu cá nhân của người nộp', en: 'ask for an applicant’s data to be erased' },
    to: desk,
  },
  // Of what somebody else asked for, which the command itself looks at.
  'applicants.erase': {
    name: { vi: 'duyệt xóa dữ liệu cá nhân của người nộp', en: 'decide on the erasure of an applicant’s data' },
    to: head,
  },
  'applicants.contact': {
    name: { vi: 'hỏi địa chỉ liên lạc của người nộp', en: 'ask how an applicant is reached' },
    isPersonal: true,
    to: {},
    services: ['contact:read'],
  },
  'applicants.refer': {
    name: { vi: 'hỏi mã tham chiếu của người nộp', en: 'ask for the reference of an applicant' },
    isPersonal: true,
    to: {},
    services: ['applicant-ref:read'],
  },
  // On pages that are open to all: for whoever holds the link of the slip, or the code that was sent to the applicant, and by no post.
  'dossiers.look-up': { name: { vi: 'tra cứu hồ sơ của mình', en: 'look up their own dossier' }, isPersonal: true, to: {} },
  'dossiers.submit': { name: { vi: 'nộp hồ sơ trực tuyến', en: 'submit a dossier' }, to: counter },
  'dossiers.receive': { name: { vi: 'tiếp nhận hồ sơ', en: 'receive a dossier' }, to: counter },
  'dossiers.refuse': { name: { vi: 'từ chối hồ sơ', en: 'refuse a dossier' }, to: desk },
  'dossiers.transfer': { name: { vi: 'chuyển hồ sơ', en: 'transfer a dossier' }, to: desk },
  'dossiers.request-supplement': { name: { vi: 'yêu cầu bổ sung', en: 'request a supplement' }, to: desk },
  'dossiers.receive-supplement': { name: { vi: 'nhận bổ sung', en: 'receive a supplement' }, to: desk },
  // Before receipt it is the counter that examines a submission.
  'dossiers.request-payment': { name: { vi: 'yêu cầu nghĩa vụ tài chính', en: 'request a payment' }, to: desk },
  'dossiers.confirm-payment': { name: { vi: 'xác nhận đã nộp tiền', en: 'confirm a payment' }, to: desk },
  'dossiers.extend': { name: { vi: 'gia hạn hồ sơ', en: 'extend a dossier' }, to: head },
  'dossiers.apologise': { name: { vi: 'xin lỗi vì quá hạn', en: 'apologise for a late result' }, to: head },
  'dossiers.redate': { name: { vi: 'tính lại ngày hẹn trả', en: 'count a due moment afresh' }, to: admin },
  'dossiers.request-withdrawal': { name: { vi: 'ghi nhận yêu cầu rút hồ sơ', en: 'record a withdrawal' }, to: counter },
  'dossiers.stop': { name: { vi: 'dừng xử lý hồ sơ', en: 'stop a dossier' }, to: head },
  'dossiers.process': { name: { vi: 'ghi nhận có kết quả', en: 'record a result' }, to: specialist },
  'dossiers.return': { name: { vi: 'trả kết quả', en: 'return a result' }, to: counter },
  'ratings.ask': {
    name: { vi: 'tạo liên kết đánh giá tại quầy', en: 'make a link for rating at the counter' },
    to: { counter: 'subtree', head: 'subtree' },
  },
  'fees.read': {
    name: { vi: 'xem phí, lệ phí đã thu', en: 'read the fees that were taken' },
    isPersonal: true,
    to: { counter: 'subtree', head: 'subtree', leader: 'subtree', admin: 'subtree' },
  },
  'dossiers.reassign': { name: { vi: 'chuyển trách nhiệm hồ sơ', en: 'reassign a dossier' }, to: admin },
  'dossiers.correct': { name: { vi: 'đính chính hồ sơ', en: 'correct a dossier' }, to: head },
  'dossiers.propose-unit': { name: { vi: 'đề xuất đơn vị chịu trách nhiệm', en: 'propose a responsible unit' }, to: head },
  'dossiers.approve-proposal': { name: { vi: 'duyệt đề xuất', en: 'approve a proposal' }, to: head },
  'dossiers.reject-proposal': { name: { vi: 'bác đề xuất', en: 'reject a proposal' }, to: head },
  'dossiers.print-slip': { name: { vi: 'in phiếu của hồ sơ', en: 'print slips of a dossier' }, isPersonal: true, to: handlers },
  // To the service that writes to applicants too: a mail carries the form that it speaks of.
  'dossiers.print-form': {
    name: { vi: 'in biểu mẫu của hồ sơ', en: 'print forms of a dossier' },
    isPersonal: true,
    to: handlers,
    services: ['contact:read'],
  },
  // Of one's own latest command alone, which the command itself looks at.
  'dossiers.revert': { name: { vi: 'hoàn tác việc mình vừa làm', en: 'undo what they did last' }, to: desk },
  'dossiers.digitize': { name: { vi: 'số hóa thành phần hồ sơ', en: 'digitize documents' }, to: desk },
  'clocks.read': { name: { vi: 'xem thời hạn và danh sách việc', en: 'read clocks and worklists' }, to: readers },
  'overdue-causes.read': { name: { vi: 'xem nguyên nhân quá hạn', en: 'read causes of overdue' }, isPersonal: true, to: readers },
  'documents.read': { name: { vi: 'xem tình trạng số hóa', en: 'read what is digitized' }, isPersonal: true, to: readers },
  'files.open': { name: { vi: 'mở tệp của hồ sơ', en: 'open files of a dossier' }, isPersonal: true, to: handlers },
  'files.reuse': {
    name: { vi: 'tái sử dụng tệp của người nộp', en: 'reuse files of an applicant' },
    to: { counter: 'own-unit', specialist: 'own-unit', head: 'own-unit' },
  },
} as const satisfies Readonly<Record<string, Rule>>;
