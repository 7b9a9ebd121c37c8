/** What a person is told when a backup or a restore does not happen: no stack, and nothing was left behind. */
export class Refused extends Error {}

export const damaged = (what: string, detail: string) => new Refused(`${what} 已损坏 (damaged): ${detail}`)

/** For a command line: 0 and a line of what was done, or 1 and the reason. */
export function runCommand(work: () => string): void {
  try {
    console.log(work())
  } catch (error) {
    const code = (error as { code?: unknown }).code
    console.error(error instanceof Refused || typeof code === 'string' ? (error as Error).message : error)
    process.exitCode = 1
  }
}
