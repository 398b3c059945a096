import { getSystemErrorMessage } from "node:util";

/** What went wrong with a file in the system's own words (`no such file or directory`), without the path. */
export function describeSystemError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return "errno" in error && typeof error.errno === "number"
    ? getSystemErrorMessage(error.errno)
    : error.message;
}

/** Whether it says that a file or folder does not exist. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
