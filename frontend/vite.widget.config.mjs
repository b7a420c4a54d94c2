import { defineConfig } from 'vite';

// One file that other people's pages load; outDir is given by build.mjs.
export default defineConfig({
  publicDir: false,
  build: {
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    target: 'es2022',
    rollupOptions: { input: 'src/widget/chengxin.ts', output: { entryFileNames: 'chengxin.js' } },
  },
});
