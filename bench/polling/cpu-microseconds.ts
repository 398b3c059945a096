import { readdirSync, readFileSync } from "node:fs";

/**
 * CPU time that the threads of a process have used, by themselves and in the kernel: the first number of each `schedstat`, which
 * Linux counts in nanoseconds, where utime and stime of `/proc/PID/stat` are counted in ticks of 10 ms. Threads that have ended
 * are left out; servers keep theirs.
 */
export function cpuMicroseconds(pid: number): number {
  const threads = `/proc/${pid}/task`;
  let nanoseconds = 0;
  for (const thread of readdirSync(threads)) {
    nanoseconds += Number(readFileSync(`${threads}/${thread}/schedstat`, "latin1").split(" ")[0]);
  }
  return nanoseconds / 1000;
}
