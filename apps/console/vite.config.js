import react from '@vitejs/plugin-react';
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { asyncApi } from './dev/async-api.js';
import { devSession } from './dev/dev-session.js';

/** `vite build` makes what the gateway serves; `vite` and `vite preview` ask a running gateway, see README. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), asyncApi(), devSession()],
  resolve: { conditions: ['@motcua/source', 'module', 'browser', 'development|production'] },
  build: {
    // Data URLs would need `img-src data:` and `font-src data:` in the content security policy.
    assetsInlineLimit: 0,
    rollupOptions: { input: ['index.html', 'docs/api.html', 'docs/events.html'].map((page) => join(import.meta.dirname, page)) },
    target: 'es2022',
    // The first that know `light-dark()`, which the palette is written in.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  },
});
