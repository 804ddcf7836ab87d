/**
 * Which methods a path answers to. Fastify's router keeps one tree a method and answers 404 when another method has the path;
 * RFC 9110 wants 405 with `Allow` there.
 */
export class RouteTable {
  readonly #routes = new Map<string, Set<string>>();

  add(pattern: string, methods: readonly string[]): void {
    const known = this.#routes.get(pattern) ?? new Set<string>();
    for (const method of methods) known.add(method);
    this.#routes.set(pattern, known);
  }

  /** Methods of every pattern that fits the path (a query string is ignored), sorted; empty for an unknown path. */
  methodsOf(url: string): string[] {
    const path = url.split('?')[0] ?? '';
    const fitting = [...this.#routes].filter(([pattern]) => pattern !== '*' && fits(pattern.split('/'), path.split('/')));
    return [...new Set(fitting.flatMap(([, methods]) => [...methods]))].sort();
  }
}

function fits(pattern: readonly string[], path: readonly string[]): boolean {
  const rest = pattern.indexOf('*');
  if (rest >= 0) return path.length > rest && fits(pattern.slice(0, rest), path.slice(0, rest));
  return (
    pattern.length === path.length &&
    pattern.every((part, index) => (part.startsWith(':') ? path[index] !== '' : part === path[index]))
  );
}
