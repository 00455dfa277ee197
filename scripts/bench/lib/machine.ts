import os from 'node:os';

/** The machine on which the figures were measured. */
export interface Machine {
  /** `2026-11-25` */
  date: string;
  cpu: string;
  cores: number;
  memoryGB: number;
  system: string;
  node: string;
}

export function thisMachine(): Machine {
  return {
    date: new Date().toISOString().slice(0, 10),
    cpu: os.cpus()[0]?.model.trim() ?? '',
    cores: os.availableParallelism(),
    memoryGB: Math.round(os.totalmem() / 2 ** 30),
    system: `${os.type()} ${os.machine()}`,
    node: process.version,
  };
}

/** `2026-11-25，2 核，24 GB 内存，Node v24.21.0` */
export function machineLine({ date, cores, memoryGB, node }: Machine): string {
  return `${date}，${cores} 核，${memoryGB} GB 内存，Node ${node}`;
}
