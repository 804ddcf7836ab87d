import type { Command } from 'commander';

interface CommandEntry {
  readonly summary: string;
  /** It works on the embedded stack's own processes and folders: with another installation named it would do so to the wrong one. */
  readonly isEmbeddedOnly?: boolean;
  /** It computes here, or asks databases and topics: no gateway. */
  readonly isGatewayless?: boolean;
  readonly load: () => Promise<Command>;
}

/** Every command of `motcua`, in the order the help lists them. One file a command, loaded when it is asked for. */
export const commandTable = {
  due: {
    isGatewayless: true,
    summary: 'compute a due moment and explain it; needs no running stack',
    load: async () => (await import('./calendar/due/due.command.ts')).createDueCommand(),
  },
  up: {
    isEmbeddedOnly: true,
    summary: 'start the embedded stack and show the live board',
    load: async () => (await import('./stack/up.command.ts')).createUpCommand(),
  },
  down: {
    isEmbeddedOnly: true,
    summary: 'stop the stack',
    load: async () => (await import('./stack/down.command.ts')).createDownCommand(),
  },
  status: {
    isEmbeddedOnly: true,
    summary: 'say what runs; exits 0 only when all is ready and the scenario is projected',
    load: async () => (await import('./stack/status.command.ts')).createStatusCommand(),
  },
  doctor: {
    isEmbeddedOnly: true,
    summary: 'check the prerequisites and name the command that installs each missing one',
    load: async () => (await import('./stack/doctor.command.ts')).createDoctorCommand(),
  },
  reset: {
    isEmbeddedOnly: true,
    summary: 'stop the stack and delete its data',
    load: async () => (await import('./stack/reset.command.ts')).createResetCommand(),
  },
  login: {
    summary: 'sign in at an installation by a browser',
    load: async () => (await import('./sign-in/login.command.ts')).createLoginCommand(),
  },
  logout: {
    summary: 'sign out there',
    load: async () => (await import('./sign-in/logout.command.ts')).createLogoutCommand(),
  },
  whoami: {
    summary: 'say whom an installation takes you for',
    load: async () => (await import('./sign-in/whoami.command.ts')).createWhoamiCommand(),
  },
  import: {
    summary: 'import a file of a publisher or a legacy system',
    load: async () => (await import('./import/import.command.ts')).createImportCommand(),
  },
  board: {
    summary: 'print the figures of a unit over a period',
    load: async () => (await import('./board/board.command.ts')).createBoardCommand(),
  },
  dossiers: {
    summary: 'list the dossiers behind a figure',
    load: async () => (await import('./board/dossiers.command.ts')).createDossiersCommand(),
  },
  period: {
    summary: 'close months, and show what was reported beside what is known now',
    load: async () => (await import('./periods/period.command.ts')).createPeriodCommand(),
  },
  clocks: {
    summary: 'list the clocks of a unit, the soonest due first',
    load: async () => (await import('./clocks/clocks.command.ts')).createClocksCommand(),
  },
  worklist: {
    summary: 'list what an officer has to do next',
    load: async () => (await import('./clocks/worklist.command.ts')).createWorklistCommand(),
  },
  backlog: {
    summary: 'list the dossiers that have something left to scan',
    load: async () => (await import('./documents/backlog/backlog.command.ts')).createBacklogCommand(),
  },
  upload: {
    summary: 'attach a scan or a result to a dossier',
    load: async () => (await import('./documents/upload/upload.command.ts')).createUploadCommand(),
  },
  'rating-link': {
    summary: 'print the link and QR code by which a citizen rates a returned dossier',
    load: async () => (await import('./documents/rating-link.command.ts')).createRatingLinkCommand(),
  },
  watch: {
    summary: 'show clocks running down and alerts arriving',
    load: async () => (await import('./clocks/watch.command.ts')).createWatchCommand(),
  },
  notify: {
    summary: 'preview templates, trace who was told what, send dead deliveries anew',
    load: async () => (await import('./notices/notify.command.ts')).createNotifyCommand(),
  },
  calendar: {
    summary: 'take a new version of a calendar and date anew the open dossiers it moves',
    load: async () => (await import('./calendar/calendar.command.ts')).createCalendarCommand(),
  },
  reform: {
    summary: 'reorganise units: some end, others go on with their dossiers and staff',
    load: async () => (await import('./reform/reform.command.ts')).createReformCommand(),
  },
  report: {
    summary: 'write the supervision report of a unit',
    load: async () => (await import('./report/report.command.ts')).createReportCommand(),
  },
  evidence: {
    summary: 'list what is behind a figure of the report',
    load: async () => (await import('./report/evidence.command.ts')).createEvidenceCommand(),
  },
  recommendation: {
    summary: 'list, make and follow up what delegations recommend',
    load: async () => (await import('./recommendations/recommendation.command.ts')).createRecommendationCommand(),
  },
  simulate: {
    summary: 'play counters through the HTTP API',
    load: async () => (await import('./simulation/simulate.command.ts')).createSimulateCommand(),
  },
  retention: {
    summary: 'erase the files that have served their purpose',
    load: async () => (await import('./documents/retention/retention.command.ts')).createRetentionCommand(),
  },
  applicant: {
    summary: 'erase the personal data of an applicant on their request',
    load: async () => (await import('./applicants/applicant.command.ts')).createApplicantCommand(),
  },
  account: {
    summary: 'list, make and change the accounts of people',
    load: async () => (await import('./accounts/account.command.ts')).createAccountCommand(),
  },
  keys: {
    summary: 'say which keys encrypt what, and take what older keys wrote to the active ones',
    load: async () => (await import('./operations/keys/keys.command.ts')).createKeysCommand(),
  },
  verify: {
    summary: 'recompute every figure and compare, files and ratings too; exits 0 equal, 1 different, 2 not comparable',
    load: async () => (await import('./operations/verify/verify.command.ts')).createVerifyCommand(),
  },
  rebuild: {
    summary: 'build a projection anew from the event table',
    load: async () => (await import('./operations/rebuild.command.ts')).createRebuildCommand(),
  },
  privacy: {
    isGatewayless: true,
    summary: 'clean up texts about people that earlier versions kept in clear',
    load: async () => (await import('./operations/privacy/privacy.command.ts')).createPrivacyCommand(),
  },
  dlq: {
    summary: 'list, show, replay or drop parked events',
    load: async () => (await import('./operations/dead-letters/dlq.command.ts')).createDlqCommand(),
  },
  backup: {
    isGatewayless: true,
    summary: 'take a backup, sealed, and restore it',
    load: async () => (await import('./operations/backup/backup.command.ts')).createBackupCommand(),
  },
  bench: {
    isEmbeddedOnly: true,
    summary: 'measure the projection, the timers and the notices against their baselines',
    load: async () => (await import('./operations/bench/bench.command.ts')).createBenchCommand(),
  },
  drill: {
    isEmbeddedOnly: true,
    summary: 'break a stack of its own in drawn ways and hold it against what its clients know; exits 1 on a broken promise',
    load: async () => (await import('./operations/drill/drill.command.ts')).createDrillCommand(),
  },
  relay: {
    isGatewayless: true,
    summary: 'event tables that were restored or failed over',
    load: async () => (await import('./operations/relay/relay.command.ts')).createRelayCommand(),
  },
} as const satisfies Record<string, CommandEntry>;

export type CommandName = keyof typeof commandTable;

/** The entry of a command, with all that it may say. */
export const getEntry = (name: CommandName): CommandEntry => commandTable[name];
