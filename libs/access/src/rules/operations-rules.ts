import { people, type Rule } from '../reach.ts';

const operators = { admin: 'installation' } as const;

/** Reference data, operations, and what legacy systems report. */
export const operationsRules = {
  'reference.read': { name: { vi: 'xem danh mục', en: 'read reference data' }, to: people },
  'reference.write': { name: { vi: 'sửa danh mục', en: 'change reference data' }, to: operators },
  // As far as 'reference.write', and no further: whoever applies a reform, or takes it back, puts its units and posts into the catalogue.
  'reforms.apply': {
    name: { vi: 'thực hiện, hoàn tác sắp xếp đơn vị', en: 'apply and revert a reorganisation of units' },
    to: operators,
  },
  // Of the units above all that it concerns: a province. Another person than who applied it, which the command itself looks at.
  'reforms.confirm': {
    name: { vi: 'xác nhận sắp xếp đơn vị', en: 'confirm a reorganisation of units' },
    to: { leader: 'subtree', admin: 'subtree' },
  },
  'reforms.read': {
    name: { vi: 'xem tiến độ sắp xếp đơn vị', en: 'see how far a reorganisation of units is' },
    to: { head: 'subtree', leader: 'subtree', admin: 'subtree' },
  },
  'accounts.manage': { name: { vi: 'quản lý tài khoản', en: 'manage accounts' }, to: operators },
  operate: { name: { vi: 'vận hành hệ thống', en: 'operate the installation' }, to: operators },
  // Whoever reports writes what they like, and it may be about somebody.
  'figure-reports.answer': {
    name: { vi: 'xem và trả lời báo số liệu sai', en: 'see and answer reports of wrong figures' },
    isPersonal: true,
    to: operators,
  },
  'log.follow': {
    name: { vi: 'theo dõi nhật ký sự kiện', en: 'follow the log' },
    to: { ...operators, source: 'own-source' },
  },
  'events.report': {
    name: { vi: 'báo cáo sự kiện, đánh giá, tài liệu', en: 'report events, ratings and documents' },
    to: { source: 'own-source' },
  },
  'audit.read': { name: { vi: 'xem nhật ký truy cập', en: 'read the audit log' }, isPersonal: true, to: { auditor: 'all' } },
  'audit.verify': {
    name: { vi: 'kiểm tra chuỗi nhật ký truy cập', en: 'verify the chain of the audit log' },
    to: { auditor: 'all', admin: 'installation' },
  },
} as const satisfies Readonly<Record<string, Rule>>;
