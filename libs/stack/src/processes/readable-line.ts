/** A line of a service's log for people: of a JSON line its level and message, any other line as it is. */
export function toReadableLine(line: string): string {
  if (!line.startsWith('{')) return line;
  try {
    const { level, msg } = JSON.parse(line) as { level?: unknown; msg?: unknown };
    return typeof msg === 'string' ? `${typeof level === 'string' ? `${level}: ` : ''}${msg}` : line;
  } catch {
    return line;
  }
}
