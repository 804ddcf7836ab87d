import {
  Activity,
  Banknote,
  BellRing,
  BookOpenText,
  CalendarDays,
  CalendarCheck,
  FilePlus2,
  FileText,
  Inbox,
  LayoutDashboard,
  ListTodo,
  ListTree,
  PackageCheck,
  ScrollText,
  Search,
  ShieldCheck,
  Table2,
  UserCog,
  type LucideIcon,
} from 'lucide-react';
import type { Words } from '../i18n/vi/index.ts';
import type { Role } from '../session/session.ts';

export interface RailEntry {
  readonly to:
    | '/quay'
    | '/returns'
    | '/fees'
    | '/board'
    | '/indicators'
    | '/worklist'
    | '/look-up'
    | '/inbox'
    | '/report'
    | '/statutory'
    | '/periods'
    | '/organisation'
    | '/procedures'
    | '/calendars'
    | '/rules'
    | '/operations'
    | '/accounts'
    | '/audit';
  /** Its name in the words of the shell. */
  readonly page: keyof Words['shell']['pages'];
  readonly icon: LucideIcon;
}

const desk: RailEntry = { to: '/quay', page: 'desk', icon: FilePlus2 };
const returns: RailEntry = { to: '/returns', page: 'returns', icon: PackageCheck };
const fees: RailEntry = { to: '/fees', page: 'fees', icon: Banknote };
const board: RailEntry = { to: '/board', page: 'board', icon: LayoutDashboard };
const worklist: RailEntry = { to: '/worklist', page: 'worklist', icon: ListTodo };
const lookUp: RailEntry = { to: '/look-up', page: 'lookUp', icon: Search };
const inbox: RailEntry = { to: '/inbox', page: 'inbox', icon: Inbox };
const indicators: RailEntry = { to: '/indicators', page: 'indicators', icon: BookOpenText };
const report: RailEntry = { to: '/report', page: 'report', icon: FileText };
const statutory: RailEntry = { to: '/statutory', page: 'statutory', icon: Table2 };
const periods: RailEntry = { to: '/periods', page: 'periods', icon: CalendarCheck };
const organisation: RailEntry = { to: '/organisation', page: 'organisation', icon: ListTree };
const procedures: RailEntry = { to: '/procedures', page: 'procedures', icon: ScrollText };
const calendars: RailEntry = { to: '/calendars', page: 'calendars', icon: CalendarDays };
const rules: RailEntry = { to: '/rules', page: 'rules', icon: BellRing };
const operations: RailEntry = { to: '/operations', page: 'operations', icon: Activity };
const accounts: RailEntry = { to: '/accounts', page: 'accounts', icon: UserCog };
const audit: RailEntry = { to: '/audit', page: 'audit', icon: ShieldCheck };

/** What stands in the rail of each post, in order; the first is where it lands, and the first four are the phone's bottom bar. */
export const rails: Readonly<Record<Role, readonly [RailEntry, ...RailEntry[]]>> = {
  counter: [desk, returns, worklist, lookUp, inbox, fees, board, procedures, calendars, indicators],
  specialist: [worklist, lookUp, inbox, board, procedures, calendars, indicators],
  head: [
    worklist,
    board,
    desk,
    returns,
    lookUp,
    fees,
    report,
    statutory,
    periods,
    inbox,
    organisation,
    rules,
    procedures,
    calendars,
    indicators,
  ],
  leader: [board, report, statutory, periods, inbox, fees, indicators, organisation, rules, procedures, calendars],
  delegation: [report, board, statutory, periods, procedures, indicators],
  auditor: [audit, organisation, procedures, calendars, indicators],
  admin: [operations, accounts, organisation, procedures, rules, calendars, board, report, statutory, periods, indicators],
};
