/** Where the pages are. */
export const lookUpRoot = 'tra-cuu';

/**
 * The link of a slip. The token stands in the query and not behind `#`, as that of a rating does: the page has to work without script. No
 * log of ours holds a query, and the page tells nobody where it was opened from.
 */
export const toLookUpPath = (code: string, token: string, more: Readonly<Record<string, string>> = {}): string =>
  `/${lookUpRoot}?${new URLSearchParams({ ma: code, khoa: token, ...more }).toString()}`;

/** Where the digits for a dossier are asked for: it opens nothing by itself. */
export const toCodePath = (code: string): string => `/${lookUpRoot}?${new URLSearchParams({ ma: code }).toString()}`;
