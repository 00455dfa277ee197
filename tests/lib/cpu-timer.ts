/**
 * Starts to measure CPU time, which a busy machine changes less than the time of day.
 * @returns a function that returns the milliseconds that this process has used since
 */
export function startCpuTimer(): () => number {
  const start = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
}
