import { type ParseArgsConfig, parseArgs } from "node:util";

/** A message for the person at the terminal, and the status to end with. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  /** 1: something is wrong with what was looked at; 2: the command could not do its work. */
  readonly status: 1 | 2;
  constructor(message: string, status: 1 | 2 = 2) {
    super(message);
    this.status = status;
  }
}

/** Runs a command's work and ends the process with its status. A person gets a message, never a stack trace. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = error instanceof CommandError ? error.status : 2;
  }
}

/**
 * Reads the command line.
 *
 * @param usage shown behind the reason when an argument is not understood
 * @throws {CommandError} naming the argument
 */
export function readArguments<const T extends ParseArgsConfig>(config: T, usage: string) {
  try {
    return parseArgs(config);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split(". ")[0] : String(error);
    throw new CommandError(`${reason}\nUsage: ${usage}`);
  }
}
