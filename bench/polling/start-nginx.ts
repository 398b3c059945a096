import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { freePort } from "../../src/cli/loopback.ts";
import { ask, requestText } from "./ask.ts";

export type Nginx = {
  readonly port: number;
  readonly pid: number;
  readonly version: string;
  readonly stop: () => Promise<void>;
};

const BROTLI_MODULE = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
const STARTING_MS_MAX = 5000;

/**
 * Starts the nginx of the system, as one process.
 *
 * @param folder for its files, made if needed; serves what lies in `files` in it
 * @returns null where there is none
 */
export async function startNginx(folder: string): Promise<Nginx | null> {
  const version = spawnSync("nginx", ["-v"], { encoding: "utf8" }).stderr?.trim();
  if (!version) return null;
  await mkdir(folder, { recursive: true });
  const port = await freePort();
  const config = join(folder, "nginx.conf");
  await writeFile(config, configFor(folder, port));
  const server = spawn("nginx", ["-c", config, "-e", "stderr"], { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  server.stderr.on("data", (text) => {
    said += text;
  });
  const stop = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill();
    await once(server, "exit");
  };
  for (let waitedMs = 0; waitedMs < STARTING_MS_MAX; waitedMs += 50) {
    const answer = await ask(port, requestText("GET", "/", {})).catch(() => null);
    if (answer !== null && server.pid !== undefined) return { port, pid: server.pid, version, stop };
    await setTimeout(50);
  }
  await stop();
  throw new Error(`Cannot start nginx: ${said}`);
}

function configFor(folder: string, port: number): string {
  const hasBrotli = existsSync(BROTLI_MODULE);
  return `${hasBrotli ? `load_module ${BROTLI_MODULE};` : ""}
daemon off;
master_process off;
pid ${folder}/pid;
events {}
http {
  access_log off;
  keepalive_requests 1000000000;
  tcp_nodelay on;
  sendfile on;
  open_file_cache max=100;
  types { application/rss+xml xml; text/html html; }
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${port};
    root ${folder}/files;
    gzip_static on;
    ${hasBrotli ? "brotli_static on;" : ""}
    gzip_vary on;
    add_header Cache-Control "public, max-age=900";
    add_header Access-Control-Allow-Origin "*";
    location = /feed { return 301 /rss.xml; }
  }
}
`;
}
