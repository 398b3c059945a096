import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

const inWorkerd = ["tests/delivery/**/*.test.ts"];
const inChromium = ["tests/browser/**/*.test.ts"];

export default defineConfig({
  logLevel: "error", // the "feed" package names a source map that it does not ship
  test: {
    reporters: ["default", "json"], // the JSON gives the counts that `npm test` ends with
    outputFile: { json: ".vitest.json" },
    projects: [
      {
        extends: true,
        plugins: [cloudflareTest({ wrangler: { configPath: "./wrangler.toml" } })],
        test: { name: "workerd", include: inWorkerd },
      },
      {
        extends: true,
        test: {
          name: "node",
          environment: "node",
          testTimeout: 60_000,
          hookTimeout: 60_000,
          include: ["tests/**/*.test.ts"],
          exclude: [...inWorkerd, ...inChromium],
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          environment: "node",
          testTimeout: 60_000,
          hookTimeout: 60_000,
          include: inChromium,
          globalSetup: "tests/browser/build-publication.ts",
        },
      },
    ],
  },
});
