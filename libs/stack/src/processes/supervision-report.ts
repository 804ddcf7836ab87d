import type { SupervisionEvent } from './supervise.ts';

/** One event of supervision as a sentence for the terminal and for the log. */
export function toSentence(event: SupervisionEvent): string {
  switch (event.kind) {
    case 'died': {
      const how = event.report.signal ?? `exit code ${String(event.report.code)}`;
      return `${event.name} ended (${how}); starting it again in ${toSeconds(event.restartInMs)}`;
    }
    case 'restart-failed':
      return `${event.name} could not be started (${toReason(event.error)}); trying again in ${toSeconds(event.restartInMs)}`;
    case 'restarted':
      return `${event.name} runs again (pid ${event.pid})`;
  }
}

const toSeconds = (milliseconds: number): string => `${milliseconds / 1000} s`;
const toReason = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
