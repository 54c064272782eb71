/** What the simulator is told when it runs as a program. */
export type Settings = { port: number; publicUrl: string };

/** Reads `--port` and `--public-url`, else `SIMULATOR_PORT` and `PUBLIC_URL`. Throws one sentence for a bad port. */
export function readSettings(argv: string[], env: Record<string, string | undefined>): Settings {
  const port = readOption(argv, "--port") ?? env.SIMULATOR_PORT ?? "3001";
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new Error(`SIMULATOR_PORT must be a number from 0 to 65535, but it is "${port}".`);
  }
  const publicUrl =
    readOption(argv, "--public-url") ?? env.PUBLIC_URL ?? `http://localhost:${env.PORT ?? 3000}`;
  return { port: Number(port), publicUrl };
}

function readOption(argv: string[], name: string): string | undefined {
  const at = argv.indexOf(name);
  return at < 0 ? undefined : argv[at + 1];
}
