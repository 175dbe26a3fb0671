/** The page: built to dist/web, where the desk serves it. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { countries } from './countries.ts';

/** A desk that runs, for `npx vite web`: the page comes from here, answers from there. */
const desk = process.env.DEMARCHE_DESK ?? 'http://127.0.0.1:4311';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  plugins: [react(), countries()],
  build: {
    outDir: fileURLToPath(new URL('../dist/web', import.meta.url)),
    emptyOutDir: true,
    sourcemap: false,
    // The Content-Security-Policy lets scripts and styles come from files alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // The map's coastlines, which are fetched with the map alone.
    chunkSizeWarningLimit: 800,
  },
  server: { proxy: { '/api': desk, '/health': desk } },
});
