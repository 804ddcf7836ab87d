import { BookOpenText, Inbox, LayoutDashboard, ListTodo, Search, type LucideIcon } from 'lucide-react';
import type { Words } from '../i18n/vi/index.ts';
import type { Role } from '../session/session.ts';

export interface RailEntry {
  readonly to: '/board' | '/indicators' | '/worklist' | '/look-up' | '/inbox';
  /** Its name in the words of the shell. */
  readonly page: keyof Words['shell']['pages'];
  readonly icon: LucideIcon;
}

const board: RailEntry = { to: '/board', page: 'board', icon: LayoutDashboard };
const worklist: RailEntry = { to: '/worklist', page: 'worklist', icon: ListTodo };
const lookUp: RailEntry = { to: '/look-up', page: 'lookUp', icon: Search };
const inbox: RailEntry = { to: '/inbox', page: 'inbox', icon: Inbox };
const indicators: RailEntry = { to: '/indicators', page: 'indicators', icon: BookOpenText };

/** What stands in the rail of each post, in order; the first is where it lands, and the first four are the phone's bottom bar. */
export const rails: Readonly<Record<Role, readonly [RailEntry, ...RailEntry[]]>> = {
  counter: [worklist, lookUp, inbox, board, indicators],
  specialist: [worklist, lookUp, inbox, board, indicators],
  head: [worklist, board, lookUp, inbox, indicators],
  leader: [board, indicators, inbox],
  delegation: [board, indicators],
  auditor: [board, indicators],
  admin: [board, indicators],
};
