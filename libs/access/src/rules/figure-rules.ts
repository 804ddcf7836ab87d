import { people, readers, type Rule } from '../reach.ts';

/** Figures, what they are made of, and what they are measured by. */
export const figureRules = {
  'indicators.read': {
    name: { vi: 'xem định nghĩa chỉ số', en: 'read definitions of indicators' },
    to: people,
    services: ['board:read'],
  },
  'figures.read': {
    name: { vi: 'xem số liệu', en: 'read figures' },
    to: readers,
    services: ['board:read'],
  },
  'figures.watch': { name: { vi: 'theo dõi số liệu trực tiếp', en: 'follow live figures' }, to: readers },
  'figures.open': {
    name: { vi: 'mở hồ sơ đằng sau số liệu', en: 'open the dossiers behind a figure' },
    isPersonal: true,
    to: readers,
  },
  // Of a list the same is in the file as on the screen. A board names nobody, and who took it out of the house is kept all the same.
  'figures.export': {
    name: { vi: 'xuất số liệu ra tệp', en: 'take figures and lists out as files' },
    isPersonal: true,
    to: readers,
  },
  // What a month was reported with stays. Whoever closes it never confirms it; the lowest who may do both is the head.
  'periods.propose': {
    name: { vi: 'đề nghị chốt số liệu của kỳ báo cáo', en: 'propose to close a period' },
    to: { head: 'subtree' },
  },
  'periods.confirm': {
    name: { vi: 'xác nhận chốt số liệu của kỳ báo cáo', en: 'confirm the close of a period' },
    to: { head: 'subtree', leader: 'subtree' },
  },
  'figures.dispute': { name: { vi: 'báo số liệu sai', en: 'report a wrong figure' }, to: readers },
  'reports.read': { name: { vi: 'xem báo cáo', en: 'read reports' }, to: readers },
  'ratings.read': {
    name: { vi: 'xem đánh giá của người dân', en: 'read ratings' },
    isPersonal: true,
    to: readers,
    services: ['ratings:read'],
  },
  'institutional-figures.read': {
    name: { vi: 'xem số liệu thể chế', en: 'read institutional figures' },
    to: readers,
    services: ['institutional-figures:read'],
  },
  // Whoever recommends, and whoever answers, writes what they like, and it may be about somebody.
  'recommendations.read': {
    name: { vi: 'xem kiến nghị của đoàn giám sát', en: 'read recommendations of delegations' },
    isPersonal: true,
    to: readers,
  },
  'recommendations.make': {
    name: { vi: 'ghi kiến nghị giám sát', en: 'make recommendations' },
    to: { delegation: 'subtree', leader: 'subtree', admin: 'subtree' },
  },
  'recommendations.follow-up': {
    name: { vi: 'báo cáo việc thực hiện kiến nghị', en: 'say what became of recommendations' },
    to: { head: 'subtree', leader: 'subtree', admin: 'subtree' },
  },
  'targets.read': { name: { vi: 'xem mục tiêu', en: 'read targets' }, to: readers },
} as const satisfies Readonly<Record<string, Rule>>;
