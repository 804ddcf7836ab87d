import {
  Activity,
  BellRing,
  BookOpenText,
  CalendarDays,
  FileText,
  LayoutDashboard,
  ListTree,
  ScrollText,
  type LucideIcon,
} from 'lucide-react';
import type { Words } from '../i18n/vi/index.ts';
import type { Role } from '../session/session.ts';

export interface RailEntry {
  readonly to: '/board' | '/indicators' | '/report' | '/organisation' | '/procedures' | '/calendars' | '/rules' | '/operations';
  /** Its name in the words of the shell. */
  readonly page: keyof Words['shell']['pages'];
  readonly icon: LucideIcon;
}

const board: RailEntry = { to: '/board', page: 'board', icon: LayoutDashboard };
const indicators: RailEntry = { to: '/indicators', page: 'indicators', icon: BookOpenText };
const report: RailEntry = { to: '/report', page: 'report', icon: FileText };
const organisation: RailEntry = { to: '/organisation', page: 'organisation', icon: ListTree };
const procedures: RailEntry = { to: '/procedures', page: 'procedures', icon: ScrollText };
const calendars: RailEntry = { to: '/calendars', page: 'calendars', icon: CalendarDays };
const rules: RailEntry = { to: '/rules', page: 'rules', icon: BellRing };
const operations: RailEntry = { to: '/operations', page: 'operations', icon: Activity };

/** What stands in the rail of each post, in order; the first is where it lands, and the first four are the phone's bottom bar. */
export const rails: Readonly<Record<Role, readonly [RailEntry, ...RailEntry[]]>> = {
  counter: [board, procedures, calendars, indicators],
  specialist: [board, procedures, calendars, indicators],
  head: [board, report, organisation, rules, procedures, calendars, indicators],
  leader: [board, report, organisation, rules, procedures, calendars, indicators],
  delegation: [report, board, procedures, indicators],
  auditor: [board, organisation, procedures, indicators],
  admin: [operations, organisation, procedures, rules, calendars, board, report, indicators],
};
