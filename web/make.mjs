// What the Java build runs: installs, checks, tests and bundles the dashboard; at once done when nothing changed.
// node make.mjs <directory of the site> <file that remembers what it was made from>
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? join(here, "dist"));
const seen = {
  modules: join(here, "node_modules/.installed"),
  site: resolve(process.argv[3] ?? `${out}.made`),
};

async function hashOf(files) {
  const hash = createHash("sha256").update(process.version);
  for (const file of files.sort()) hash.update(`\0${file}\0`).update(await readFile(join(here, file)));
  return hash.digest("hex");
}

async function held(file) {
  return existsSync(file) ? (await readFile(file, "utf8")).trim() : "";
}

async function keep(file, text) {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${text}\n`);
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: here, stdio: "inherit" });
  if (error !== undefined || status !== 0) {
    console.error(`dashboard: ${command} ${args.join(" ")} failed${error === undefined ? "" : `: ${error.message}`}`);
    process.exit(1);
  }
}

/** The npm that came with this node; some distributions bring node without putting npm on the path. */
function npm(...args) {
  const beside = join(dirname(process.execPath), "../lib/node_modules/npm/bin/npm-cli.js");
  if (existsSync(beside)) run(process.execPath, [beside, ...args]);
  else run("npm", args);
}

const settings = ["package.json", "package-lock.json", ".npmrc"];
const modules = await hashOf(settings);
if ((await held(seen.modules)) !== modules) {
  npm("ci", "--ignore-scripts", "--no-audit", "--no-fund");
  await keep(seen.modules, modules);
}

const folders = await Promise.all(
  ["src", "test", "../docs/events"].map(async (folder) =>
    (await readdir(join(here, folder), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => relative(here, join(entry.parentPath ?? entry.path, entry.name))),
  ),
);
const sources = folders.flat().filter((file) => file !== join("src", "schema.ts"));
const tools = ["build.mjs", "make.mjs", "types.mjs", "tsconfig.json"];
const site = await hashOf([...settings, ...tools, "../docs/openapi.yaml", ...sources]);
if ((await held(seen.site)) !== site || !existsSync(join(out, "files"))) {
  run(process.execPath, ["types.mjs"]);
  run(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "."]);
  run(process.execPath, ["test/run.mjs"]);
  run(process.execPath, ["build.mjs", out]);
  await keep(seen.site, site);
}
