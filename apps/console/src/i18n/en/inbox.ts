import type { inbox as vi } from '../vi/inbox.ts';

export const inbox: typeof vi = {
  title: 'Inbox',
  help: 'What you were told, the newest first. Opening a dossier marks it as read.',
  unread: 'Unread',
  all: 'All',
  which: 'Show',
  count: '{{number}} unread',
  readAll: 'Mark all as read',
  markRead: 'Mark as read',
  emptyUnread: 'Nothing is unread.',
  empty: 'You have not been told anything yet.',
  members: 'and {{number}} more of this kind',
  high: 'urgent',
  more: 'Show more',
  bell: 'Inbox: {{number}} unread',
  events: {
    sla: {
      'due-soon': 'Due soon',
      breached: 'Overdue',
      recovered: 'Not overdue any more',
      'calendar-changed': 'The calendar changed',
    },
    audit: { 'mass-look-up': 'Many people looked up' },
    notification: {
      digest: 'Digest of the day',
      threshold: 'Target',
      'proposal-waiting': 'A proposal waits',
      'proposal-approved': 'A proposal was approved',
      'proposal-rejected': 'A proposal was rejected',
      'proposal-lapsed': 'A proposal lapsed',
    },
  },
  channels: { 'in-app': 'inbox', mail: 'mail', sms: 'text message', zalo: 'Zalo', webhook: 'another system' },
};
