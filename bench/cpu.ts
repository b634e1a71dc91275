/** CPU of the whole process in milliseconds, collector and compiler included: other programs on the machine count little. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** What a call returns, and the CPU it took. */
export function timed<Result>(call: () => Result): { result: Result; ms: number } {
  const from = cpuMs();
  const result = call();
  return { result, ms: cpuMs() - from };
}
