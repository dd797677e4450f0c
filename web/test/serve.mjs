// The dashboard alone, against a made-up API and sign-in on 127.0.0.1: for working on the page without the stack.
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { createServer } from "node:http";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const port = Number(process.env.PORT ?? 4173);
const origin = `http://127.0.0.1:${port}`;
const site = await mkdtemp(join(tmpdir(), "dashboard-"));
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, async () => {
    await rm(site, { recursive: true, force: true });
    process.exit(0);
  });
}
if (spawnSync(process.execPath, [join(here, "../build.mjs"), join(site, "dist")], { stdio: "inherit" }).status !== 0) {
  process.exit(1);
}
await build({ entryPoints: [join(here, "fake.ts")], outfile: join(site, "fake.mjs"), bundle: true, platform: "node", format: "esm" });
const { answer, config } = await import(pathToFileURL(join(site, "fake.mjs")).href);
const page = (await readFile(join(site, "dist/index.html"), "utf8")).replace("%config%", JSON.stringify(config(origin)));
const files = new Set((await readFile(join(site, "dist/files"), "utf8")).trim().split("\n"));
const TYPES = { ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".html": "text/html; charset=utf-8" };
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; " +
  "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

createServer(async (request, response) => {
  const url = new URL(request.url ?? "/", origin);
  let body = "";
  for await (const part of request) body += part;
  const made = answer({ origin, method: request.method, url, headers: request.headers, body });
  if (made !== undefined) {
    response.writeHead(made.status, { "cache-control": "no-store", ...made.headers });
    response.end(made.body);
    return;
  }
  const asked = url.pathname.slice(1);
  const file = files.has(asked) ? asked : "index.html";
  response.writeHead(200, { "content-type": TYPES[extname(file)], "content-security-policy": POLICY, "cache-control": "no-store" });
  response.end(file === "index.html" ? page : await readFile(join(site, "dist", file)));
}).listen(port, "127.0.0.1", () => console.log(origin));
