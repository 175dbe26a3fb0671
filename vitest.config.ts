import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    // Making an embedded record takes seconds, more where cores are few.
    hookTimeout: 60_000,
    // What a browser draws may come late while other files have the cores.
    expect: { poll: { timeout: 15_000 } },
    // Every core: files share nothing but the machine.
    maxWorkers: '100%',
    coverage: { provider: 'v8', include: ['src/**'], reporter: ['text-summary', 'html'] },
  },
});
