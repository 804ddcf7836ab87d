/** `50/s`, `30/m` or `50` (a second) → actions a second; undefined where it is no rate. */
export function parseRate(text: string): number | undefined {
  const [, amount, unit = 's'] = /^(\d+(?:\.\d+)?)(?:\/(s|m|min|h))?$/.exec(text.trim()) ?? [];
  const rate = Number(amount) / (unit === 's' ? 1 : unit === 'h' ? 3600 : 60);
  return Number.isFinite(rate) && rate > 0 ? rate : undefined;
}

/** `60s`, `5m`, `1h` or `60` (seconds) → milliseconds; undefined where it is no duration. */
export function parseDuration(text: string): number | undefined {
  const [, amount, unit = 's'] = /^(\d+(?:\.\d+)?)(ms|s|m|min|h)?$/.exec(text.trim()) ?? [];
  const factor = { ms: 1, s: 1000, m: 60_000, min: 60_000, h: 3_600_000 }[unit] ?? NaN;
  const duration = Number(amount) * factor;
  return Number.isFinite(duration) && duration > 0 ? duration : undefined;
}
