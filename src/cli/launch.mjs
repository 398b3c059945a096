// Starts a command of this project on a machine that has nothing but Node 20 and npm:
//   node src/cli/launch.mjs COMMAND [ARG ...]
// Plain JavaScript without a dependency, because it runs before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, lstatSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** The oldest Node that runs TypeScript without a flag. */
const NODE_MIN = [22, 18];

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/** One for each core, which compressors keep busy for seconds, and some for files, which must not wait for them. */
const THREADS = String(availableParallelism() + 2);

/** Where Node keeps our code compiled: half of the time that a command needs to start. */
const COMPILED = join(root, "node_modules/.cache/node");

/** npm keeps its own copy of the lock in node_modules, written last: it tells whether the install was finished, and when. */
function isInstalled() {
  const modules = join(root, "node_modules");
  // A link leads to somebody else's packages: npm ci would delete them.
  if (existsSync(modules) && lstatSync(modules).isSymbolicLink()) return true;
  const installed = join(root, "node_modules/.package-lock.json");
  return (
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, "package-lock.json")).mtimeMs
  );
}

async function install() {
  console.error("Installing what package-lock.json names (npm ci) ...");
  const npmArgs = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  const [command, args] = npm ? [process.execPath, [npm, ...npmArgs]] : ["npm", npmArgs];
  // Standard output belongs to the command that follows: what npm prints goes to standard error.
  const status = await run(command, args, {
    stdio: ["ignore", 2, 2],
    shell: !npm && process.platform === "win32",
  });
  if (status === 0) return;
  console.error("Cannot install the packages: npm ci failed, see its message above");
  process.exit(status);
}

/** Runs a program to its end and gives its status. Signals are handed on, so that nothing goes on behind our back. */
function run(command, args, options) {
  const child = spawn(command, args, { cwd: root, ...options });
  const handOn = (signal) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, handOn);
  // Where the shell that npm started us with is killed, we are left to another parent, and end as well.
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid === parent || child.kill("SIGTERM"), 1000);
  return new Promise((resolve) => {
    child.on("exit", (code, signal) => {
      clearInterval(watch);
      for (const each of SIGNALS) process.off(each, handOn);
      resolve(code ?? (signal === "SIGINT" ? 130 : 143));
    });
  });
}

/** The Node that came with the packages: the same version, so the same bytes, on every machine. */
function findNode() {
  const platform = process.platform === "win32" ? "win" : process.platform;
  const folder =
    platform === "darwin" ? `node-bin-darwin-${process.arch}` : `node-${platform}-${process.arch}`;
  const bundled = join(root, "node_modules", folder, "bin", platform === "win" ? "node.exe" : "node");
  // The file may be there and yet not start, where the C library is another (Alpine).
  if (existsSync(bundled) && spawnSync(bundled, ["--version"]).status === 0) return bundled;
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > NODE_MIN[0] || (major === NODE_MIN[0] && minor >= NODE_MIN[1])) return process.execPath;
  console.error(
    `Cannot start: no Node for ${process.platform}-${process.arch} came with the packages, and this one is ${process.version}; install Node ${NODE_MIN.join(".")} or newer`,
  );
  process.exit(1);
}

const [command, ...args] = process.argv.slice(2);
if (!isInstalled()) await install();
const script = join(root, "src/cli/commands", `${command}.ts`);
process.exit(
  await run(findNode(), [script, ...args], {
    env: {
      INIT_CWD: process.cwd(),
      UV_THREADPOOL_SIZE: THREADS,
      NODE_COMPILE_CACHE: COMPILED,
      ...process.env,
    },
    stdio: "inherit",
  }),
);
