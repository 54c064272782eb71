import type { Server } from "node:http";
import { serve } from "./http/serve";
import { routes } from "./routes";
import { twilioTrouble } from "./twilio/api/errors";
import { unknownTwilioPath } from "./twilio/routes";
import { seedTwilio } from "./twilio/seed-twilio";
import { serveSignalling } from "./twilio/softphone/signalling";
import { twilioVoice } from "./twilio/voice";
import { seedVobiz } from "./vobiz/memory/seed-vobiz";
import { vobizTrouble } from "./vobiz/rest/errors";
import { unknownVobizPath } from "./vobiz/rest/routes";
import { vobizVoice } from "./vobiz/voice";
import { plugVoice } from "./voice/voice-of";
import { createWorld, type World, type WorldOptions } from "./world/world";

export type SimulatorOptions = WorldOptions & {
  /** 0 takes any free port. */
  port: number;
};

/** A running simulator. `world` is its memory, for tests in the same process. */
export type Simulator = { url: string; world: World; close(): Promise<void> };

/** Starts the carrier simulator on loopback. Rejects when the port is taken. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const world = createWorld(options);
  const server = serve({
    world,
    routes,
    trouble: { twilio: twilioTrouble, vobiz: vobizTrouble },
    unknownPath: (exchange) => unknownTwilioPath(exchange) ?? unknownVobizPath(exchange),
  });
  const signalling = serveSignalling(server, world);
  world.ownUrl = `http://localhost:${await listen(server, options.port)}`;
  seedTwilio(world);
  seedVobiz(world);
  plugVoice(world, { twilio: twilioVoice, vobiz: vobizVoice });
  const stop = () => {
    signalling.close();
    return close(server, world);
  };
  return { url: world.ownUrl, world, close: stop };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === "EADDRINUSE";
      reject(isTaken ? new Error(`Port ${port} is taken: stop what uses it, or set SIMULATOR_PORT.`) : error);
    });
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

function close(server: Server, world: World): Promise<void> {
  world.close();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
