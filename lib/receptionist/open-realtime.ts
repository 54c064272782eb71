import { z } from "zod";
import { newId } from "@/lib/kernel/ids";
import { readKept } from "./contract/kept";
import type { Conversing, Dialog, Next, ToolTrace } from "./contract/turn";
import { promptFor } from "./model/prompt";
import { callTool, openSession } from "./tools/call-tool";
import { toolboxOf } from "./tools/toolbox";

/** What a realtime model is set up with, and the one way in which it may act. */
export type Realtime = {
  instructions: string;
  tools: object[];
  voice: string;
  greeting: string;
  toolCalls: number;
  /**
   * Uses a tool under the same rules as in any other conversation; never throws. `next`: what this one decided; `dialog`:
   * what a turn by text must know of it, should the sound break off.
   */
  perform: (call: {
    id: string;
    name: string;
    arguments: string;
  }) => Promise<{ trace: ToolTrace; next: Next | null; dialog: Dialog }>;
};

/** Opens a receptionist that hears and speaks by itself: same prompt, same closed set of tools, same limits. */
export function openRealtime(conversing: Conversing): Realtime {
  const { receptionist } = conversing;
  const kept = readKept({});
  const session = openSession(
    conversing,
    { turnId: newId(), said: "", history: [], dialog: {}, toolCallsSoFar: 0 },
    kept,
  );
  return {
    instructions: promptFor(conversing, kept).join("\n\n"),
    tools: toolboxOf(conversing).map(({ name, description, parameters }) => {
      const { $schema: _, ...schema } = z.toJSONSchema(parameters, { io: "input", unrepresentable: "any" });
      return { type: "function", name, description, parameters: schema };
    }),
    ...{
      voice: receptionist.voice,
      greeting: receptionist.greeting,
      toolCalls: receptionist.limits.toolCalls,
    },
    perform: async (call) => {
      session.next = null; // the caller may have spoken over what was decided before
      await callTool(session, call.name, readArguments(call.arguments));
      const trace = session.traces.at(-1);
      if (!trace) throw new Error("A tool left no trace.");
      const dialog = { ...kept, deeds: session.deeds, callerName: session.heardName ?? kept.callerName };
      return { trace, next: session.next, dialog };
    },
  };
}

/** The model's arguments are text that should be JSON; anything else is refused by the tool as such. */
function readArguments(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
