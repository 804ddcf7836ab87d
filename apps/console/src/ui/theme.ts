export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const STORED = 'motcua.theme';

/** What the reader chose last on this device. */
export const readTheme = (): Theme => themes.find((theme) => theme === localStorage.getItem(STORED)) ?? 'system';

/** Shows the console so, and remembers it on this device. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  localStorage.setItem(STORED, theme);
}
