// Bundles the dashboard into one directory: index.html, content-hashed assets, each beside itself packed as .br, and
// `files`, the list of them all. Whoever serves the page puts the configuration into it.
import { build } from "esbuild";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? join(here, "dist"));

await rm(out, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: ["src/main.tsx"],
  outdir: out,
  entryNames: "assets/[name]-[hash]",
  chunkNames: "assets/[name]-[hash]",
  bundle: true,
  splitting: true,
  minify: true,
  format: "esm",
  target: ["es2023"],
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
});

const placed = (file) => `/${resolve(here, file).slice(out.length + 1)}`;
const [script, entry] = Object.entries(metafile.outputs).find(([, each]) => each.entryPoint === "src/main.tsx");
// What the page cannot begin without is asked for at once; pages for few people come when they are opened.
const needed = entry.imports.filter(({ kind }) => kind === "import-statement").map(({ path }) => placed(path));
// The icon comes within the page: one request less on the way to a decision.
const icon = (await readFile(join(here, "src/icon.svg"), "utf8")).trim();
const places = {
  "%script%": placed(script),
  "%style%": placed(entry.cssBundle),
  "%needed%": needed.map((file) => `<link rel="modulepreload" href="${file}">`).join(""),
  "%icon%": `data:image/svg+xml,${encodeURIComponent(icon)}`,
};
let page = await readFile(join(here, "src/index.html"), "utf8");
for (const [place, text] of Object.entries(places)) page = page.replace(place, text);

const assets = Object.keys(metafile.outputs).map((file) => placed(file).slice(1));
for (const asset of assets) await writeFile(join(out, `${asset}.br`), brotliCompressSync(await readFile(join(out, asset))));
await mkdir(out, { recursive: true });
await writeFile(join(out, "index.html"), page);
await writeFile(join(out, "files"), [...assets, "index.html"].sort().join("\n") + "\n");
