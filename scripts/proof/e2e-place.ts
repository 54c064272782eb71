import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { settingNames } from "@/lib/env/settings";

/** Where the product under test runs: ports that nobody uses, a data folder of its own. */
export type Place = {
  port: number;
  simulatorPort: number;
  dataDir: string;
  url: string;
  simulatorUrl: string;
};

/** The place of this run. The first process chooses it; those it starts find it in their environment. */
export function e2ePlace(): Place {
  process.env.E2E_PLACE ??= JSON.stringify(choosePlace());
  return JSON.parse(process.env.E2E_PLACE);
}

/**
 * The settings of the product under test. Every other setting is emptied, which counts as unset: the tests must not
 * reach the carriers that a developer's .env names.
 */
export function e2eSettings({ port, simulatorPort, dataDir }: Place): Record<string, string> {
  return {
    ...Object.fromEntries(settingNames.map((name) => [name, ""])),
    PORT: String(port),
    SIMULATOR_PORT: String(simulatorPort),
    SIMULATOR: "on",
    DATA_DIR: dataDir,
    DEMO: "on",
    LOG_LEVEL: "warn",
  };
}

/** A place that nobody has: free ports and a new data folder. */
export function choosePlace(): Place {
  const [port, simulatorPort] = freePorts();
  return {
    port,
    simulatorPort,
    dataDir: join(tmpdir(), `trunkline-e2e-${randomBytes(6).toString("hex")}`),
    url: `http://localhost:${port}`,
    simulatorUrl: `http://localhost:${simulatorPort}`,
  };
}

/** Asked in a program of its own, because Playwright's configuration cannot wait. */
function freePorts(): [number, number] {
  const program = `const { createServer } = require("node:net");
    const servers = [createServer(), createServer()];
    for (const server of servers) server.listen(0, () => servers.every((one) => one.listening) && tell());
    function tell() { console.log(JSON.stringify(servers.map((one) => one.address().port))); process.exit(); }`;
  return JSON.parse(execFileSync(process.execPath, ["-e", program], { encoding: "utf8" }));
}
