import { defineConfig } from 'vite';

// outDir is given by build.mjs. Nothing is inlined as data: URLs, so that the policy default-src 'self' holds.
export default defineConfig({
  base: '/assets/',
  publicDir: 'public',
  build: {
    assetsDir: '',
    assetsInlineLimit: 0,
    emptyOutDir: true,
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    rollupOptions: { input: ['src/main.ts', 'src/charts.ts', 'src/verify.ts'] },
  },
});
