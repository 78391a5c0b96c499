import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/** Elsewhere than on a desktop `npm start` prints the address only; trying to open a browser would print an error. */
const onDesktop = process.platform !== "linux" || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

/** `root` is src because the top level of the repository has a fixed list; public and dist stay beside it. */
const top = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: "src",
  base: "./",
  publicDir: top("public"),
  plugins: [react()],
  worker: { format: "es" },
  build: { outDir: top("dist"), emptyOutDir: true, target: "es2022", license: true },
  preview: { open: onDesktop },
  server: { fs: { allow: [top(".")] } },
  test: {
    root: top("."),
    projects: [
      { extends: true, test: { name: "unit", include: ["test/**/*.test.ts"], exclude: ["test/browser/**"] } },
      {
        extends: true,
        test: {
          name: "browser",
          globalSetup: "test/browser/site.ts",
          include: ["test/browser/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
