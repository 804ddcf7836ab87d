import { people, type Rule } from '../reach.ts';

const operators = { admin: 'installation' } as const;

/** Reference data, operations, and what legacy systems report. */
export const operationsRules = {
  'reference.read': { name: { vi: 'xem danh mục', en: 'read reference data' }, to: people },
  'reference.write': { name: { vi: 'sửa danh mục', en: 'change reference data' }, to: operators },
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
