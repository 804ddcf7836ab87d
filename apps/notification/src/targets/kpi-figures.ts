import type { ServiceTokens } from '@motcua/auth';
import { Board, IndicatorView, type LocalizedName } from '@motcua/contracts';
import { z } from 'zod';

export interface FigureRequest {
  readonly unit: string;
  readonly indicator: string;
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
}

/** Whoever knows the figures of a unit. */
export interface FigureSource {
  /** The value, null without data; undefined where unit or indicator are not known (yet). @throws where the source is away */
  read(request: FigureRequest): Promise<number | null | undefined>;
  nameOf(indicator: string): Promise<LocalizedName>;
}

/** `@Inject(FIGURES) figures: FigureSource` */
export const FIGURES = Symbol('FIGURES');

const TIMEOUT_MS = 5_000;

/** The boards of kpi-aggregator, read with a token of our own. */
export function createKpiFigures({ url, tokens }: { readonly url: string; readonly tokens: ServiceTokens }): FigureSource {
  const names = new Map<string, LocalizedName>();
  const get = async <Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema> | undefined> => {
    const response = await fetch(new URL(path, url.endsWith('/') ? url : `${url}/`), {
      headers: { authorization: `Bearer ${await tokens()}`, accept: 'application/json' },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.ok) return schema.parse(await response.json());
    await response.body?.cancel();
    if (response.status === 404) return undefined;
    throw new Error(`kpi-aggregator answered HTTP ${String(response.status)}`);
  };
  return {
    async read({ indicator, ...period }) {
      const board = await get(`v1/board?${new URLSearchParams(period).toString()}`, Board);
      return board?.rows[0]?.indicators[indicator]?.value;
    },
    async nameOf(indicator) {
      if (names.size === 0)
        for (const { id, name } of (await get('v1/indicators', IndicatorList))?.indicators ?? []) names.set(id, name);
      return names.get(indicator) ?? { vi: indicator };
    },
  };
}

const IndicatorList = z.object({ indicators: z.array(IndicatorView) });
