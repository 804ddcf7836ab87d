import { handlers, owners, type Rule } from '../reach.ts';

const leads = { head: 'subtree', leader: 'subtree', admin: 'subtree' } as const;

/** What staff are told, how they are reached, and what became of messages. */
export const peopleRules = {
  'inbox.read': { name: { vi: 'đọc hộp thư của mình', en: 'read their own inbox' }, to: owners },
  'preferences.write': {
    name: { vi: 'chọn cách nhận thông báo của mình', en: 'choose how they are told' },
    to: owners,
  },
  'password.change': { name: { vi: 'đổi mật khẩu của mình', en: 'change their own password' }, to: owners },
  'access.end': { name: { vi: 'đăng xuất khỏi mọi nơi', en: 'sign out everywhere' }, to: owners },
  'contacts.read': {
    name: { vi: 'xem cách liên lạc cán bộ', en: 'read how staff are reached' },
    isPersonal: true,
    to: { ...owners, ...leads },
  },
  'contacts.list': { name: { vi: 'xem danh bạ cán bộ', en: 'list how staff are reached' }, isPersonal: true, to: leads },
  'contacts.write': {
    name: { vi: 'nhập cách liên lạc cán bộ', en: 'enter how staff are reached' },
    to: { admin: 'installation' },
  },
  'absences.read': {
    name: { vi: 'xem ai vắng mặt, ai làm thay', en: 'see who is absent and who stands in' },
    to: { ...handlers, admin: 'subtree' },
  },
  'absences.write': {
    name: { vi: 'ghi vắng mặt và người làm thay', en: 'record an absence and who stands in' },
    to: { counter: 'own', specialist: 'own', head: 'subtree', admin: 'subtree' },
  },
  'one-time-codes.send': {
    name: { vi: 'gửi mã xác thực cho người nộp', en: 'send an applicant a one-time code' },
    isPersonal: true,
    to: {},
    services: ['one-time-code:send'],
  },
  'notices.read': {
    name: { vi: 'xem thông báo đã gửi', en: 'read notices and their proof' },
    isPersonal: true,
    to: { ...handlers, ...leads },
  },
  'deliveries.retry': {
    name: { vi: 'xem và gửi lại thông báo không gửi được', en: 'see and repeat failed deliveries' },
    isPersonal: true,
    to: { head: 'subtree', admin: 'subtree' },
  },
} as const satisfies Readonly<Record<string, Rule>>;
