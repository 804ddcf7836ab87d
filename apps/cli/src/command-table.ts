import type { Command } from 'commander';

interface CommandEntry {
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

/** Every command of `motcua`, in the order the help lists them. One file a command, loaded when it is asked for. */
export const commandTable = {
  due: {
    summary: 'compute a due moment and explain it; needs no running stack',
    load: async () => (await import('./commands/due/due.command.ts')).createDueCommand(),
  },
  up: {
    summary: 'start the embedded stack and show the live board',
    load: async () => (await import('./commands/stack/up.command.ts')).createUpCommand(),
  },
  down: {
    summary: 'stop the stack',
    load: async () => (await import('./commands/stack/down.command.ts')).createDownCommand(),
  },
  status: {
    summary: 'say what runs; exits 0 only when all is ready and the scenario is projected',
    load: async () => (await import('./commands/stack/status.command.ts')).createStatusCommand(),
  },
  doctor: {
    summary: 'check the prerequisites and name the command that installs each missing one',
    load: async () => (await import('./commands/stack/doctor.command.ts')).createDoctorCommand(),
  },
  reset: {
    summary: 'stop the stack and delete its data',
    load: async () => (await import('./commands/stack/reset.command.ts')).createResetCommand(),
  },
} as const satisfies Record<string, CommandEntry>;

export type CommandName = keyof typeof commandTable;
