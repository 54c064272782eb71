import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { installModel, openModel } from "@/lib/ai";
import { type StubAnswer, type StubModel, startStubModel } from "@/lib/ai/testing";
import { testDatabase } from "@/lib/db/testing";
import { recordEvents } from "@/lib/events/testing";
import { takeTurn } from "./take-turn";
import { appointmentsOf, practice, seedDesk, type TestCall, type TestDesk } from "./testing";

let stub: StubModel;
let desk: TestDesk;

beforeAll(async () => {
  await testDatabase();
  recordEvents();
  stub = await startStubModel();
});
beforeEach(async () => {
  installModel(openModel({ apiKey: "test", baseUrl: stub.url, model: "stub" }));
  desk = await seedDesk(practice, { name: "Sara Jones" });
});
afterAll(async () => {
  installModel(null);
  await stub.close();
});

const ids = () => ({
  cleaning: desk.conversing.facts.services[0]?.id ?? "",
  patel: desk.conversing.facts.staff[0]?.id ?? "",
  anika: desk.conversing.facts.transfers[0]?.id ?? "",
});
const call = (): TestCall => desk.call({ take: takeTurn });
const words = (text: string): StubAnswer => ({ say: text.split(/(?<= )/) });

describe("a model that behaves", () => {
  it("streams its words as they come", async () => {
    stub.script({ say: ["Sure", ",", " we", " open", " at", " eight", " in the morning", "."] });
    const pieces: string[] = [];
    const { conversing } = desk;
    const outcome = await takeTurn(conversing, turn("when do you open"), {
      onText: (piece) => pieces.push(piece),
    });
    expect(pieces.length).toBeGreaterThan(3);
    expect(pieces.join("")).toBe("Sure, we open at eight in the morning.");
    expect(outcome).toMatchObject({
      source: "model",
      text: "Sure, we open at eight in the morning.",
      next: { do: "listen" },
    });
    expect(outcome.firstTokenMilliseconds).toBeTypeOf("number");
  });

  it("looks, offers, books and says so", async () => {
    const talk = call();
    stub.script(
      {
        tools: [
          { name: "check_availability", arguments: { serviceId: ids().cleaning, fromDay: "2026-11-23" } },
        ],
      },
      words("I have Monday at 8 or 10. Which one?"),
    );
    const first = await talk.say("a cleaning on Monday please");
    expect(first.tools).toMatchObject([{ name: "check_availability", ok: true }]);
    stub.script(
      {
        tools: [
          {
            name: "book_appointment",
            arguments: { serviceId: ids().cleaning, startsAt: "2026-11-23T10:00" },
          },
        ],
      },
      words("You're booked for Monday the 23rd at 10 with Dr. Patel."),
    );
    const second = await talk.say("10 please");
    expect(second.text).toBe("You're booked for Monday the 23rd at 10 with Dr. Patel.");
    expect(await appointmentsOf(desk)).toEqual(["Cleaning 2026-11-23T15:00:00.000Z"]);
    stub.script(words("Yes, you're booked for Monday the 23rd at 10."));
    expect((await talk.say("so I am booked?")).text).toContain("you're booked for Monday");
    stub.script(words("Yes, you're booked for Tuesday the 24th at 9 too."));
    expect((await talk.say("and Tuesday?")).text).toContain("isn't booked yet");
  });

  it("is told who calls, what time it is and what was done, after the part that never changes", async () => {
    stub.script(words("Hello."));
    const talk = call();
    await talk.say("hi");
    await talk.say("hi again");
    const [one, two] = stub.requests.slice(-2).map((request) => request.messages);
    expect(one?.[0]?.content).toBe(two?.[0]?.content);
    expect(one?.[0]?.content).not.toContain("Sara");
    expect(one?.[1]?.content).toMatch(/2026-11-20T10:00.*open[\s\S]*Sara Jones/);
    expect(two?.map((message) => message.role)).toEqual(["system", "system", "user", "assistant", "user"]);
  });

  it("hands over in the same breath", async () => {
    stub.script({
      say: ["One moment, I'm putting you through to Anika."],
      tools: [{ name: "transfer_call", arguments: { targetId: ids().anika, brief: "Sara, about a bill" } }],
    });
    const outcome = await call().say("Anika please");
    expect(outcome).toMatchObject({
      text: "One moment, I'm putting you through to Anika.",
      next: { do: "transfer", targetId: ids().anika, brief: "Sara, about a bill" },
    });
  });

  it("never transfers or ends without a word", async () => {
    stub.script({ tools: [{ name: "transfer_call", arguments: { targetId: ids().anika } }] });
    expect((await call().say("Anika")).text).toBe("One moment, I'm putting you through to Anika.");
    stub.script({ tools: [{ name: "end_call" }] });
    expect(await call().say("bye")).toMatchObject({
      text: expect.stringContaining("Goodbye"),
      next: { do: "hang_up" },
    });
  });

  it("keeps one connection warm", async () => {
    stub.script(words("Hello."));
    const talk = call();
    const before = stub.connections();
    for (const said of ["one", "two", "three", "four", "five", "six"]) await talk.say(said);
    // A turn may begin before the last bytes of the one before were read; it then opens a second connection.
    expect(stub.connections() - before).toBeLessThanOrEqual(3);
  });

  it("answers in the caller's language and says which", async () => {
    stub.script(words("Abrimos a las ocho de la mañana."));
    const outcome = await call().say("Hola, ¿a qué hora abren mañana?");
    expect(outcome.language).toBe("es-US");
  });
});

const failures: [how: string, answer: StubAnswer][] = [
  ["429", { status: 429 }],
  ["500", { status: 500 }],
  ["401", { status: 401 }],
  ["400", { status: 400 }],
  ["garbage instead of JSON", { raw: "data: {oops\n\n" }],
  ["a page instead of a stream", { raw: "<html>login</html>" }],
  ["an empty stream", { raw: "" }],
  ["[DONE] at once", { raw: "data: [DONE]\n\n" }],
  ["an empty answer", { say: [""] }],
  ["only spaces", { say: ["  ", "\n"] }],
  ["only markup", { say: ["**", "``", "#"] }],
  ["a connection that breaks before the first word", { say: ["Hello"], breakAfter: 0 }],
  ["an unknown tool for ever", { tools: [{ name: "launch_rocket", arguments: {} }] }],
  [
    "arguments that are not JSON for ever",
    { tools: [{ name: "check_availability", arguments: "{serviceId: now" }] },
  ],
];

describe("a model that fails", () => {
  it.each(failures)("%s: the offline receptionist answers this turn", async (_how, answer) => {
    stub.script(answer);
    const outcome = await call().say("when are you open?");
    expect(outcome).toMatchObject({ source: "offline", next: { do: "listen" } });
    expect(outcome.text).toMatch(/We're open Monday to Thursday/);
  });

  it.each(failures.slice(0, 8))("%s: a booking goes on at every turn", async (_how, answer) => {
    for (const failing of [0, 1, 2]) {
      const one = await seedDesk(practice, { name: "Sara Jones" });
      const talk = one.call({ take: takeTurn });
      const lines = ["I'd like a cleaning on Monday at 10", "yes", "thank you, bye"];
      for (const [index, line] of lines.entries()) {
        stub.script(
          index >= failing ? answer : words("For the cleaning on Monday at 10, shall I book it for you?"),
        );
        const outcome = await talk.say(line);
        expect(outcome.text.length, line).toBeGreaterThan(5);
      }
      expect(talk.outcomes.at(-1)?.next.do).toBe("hang_up");
    }
  });

  it("does not wait longer than seven seconds for a model that never answers", async () => {
    stub.script({ stallMs: 20_000, say: ["late"] });
    const started = performance.now();
    const outcome = await call().say("when are you open?");
    expect(performance.now() - started).toBeLessThan(7_600);
    expect(outcome.source).toBe("offline");
  });

  it("tells of a booking that was made before the model broke off", async () => {
    stub.script(
      {
        tools: [
          {
            name: "book_appointment",
            arguments: { serviceId: ids().cleaning, startsAt: "2026-11-23T10:00" },
          },
        ],
      },
      { status: 500 },
    );
    const outcome = await call().say("book it");
    expect(outcome.text).toMatch(
      /It's booked: Cleaning, Monday the 23rd at 10 in the morning, with Dr\. Patel\./,
    );
    expect(await appointmentsOf(desk)).toHaveLength(1);
  });

  it("finishes a sentence that broke off", async () => {
    stub.script({ say: ["We have", " plenty", " of", " time"], breakAfter: 3, everyMs: 5 });
    expect((await call().say("hm")).text).toMatch(/^We have plenty.* Sorry, I lost my thread/);
  });

  it("falls silent at once when the caller interrupts", async () => {
    stub.script({ say: Array.from({ length: 200 }, (_, index) => `word${index} `), everyMs: 5 });
    const abort = new AbortController();
    const pieces: string[] = [];
    const outcome = await takeTurn(desk.conversing, turn("tell me everything"), {
      signal: abort.signal,
      onText: (piece) => {
        pieces.push(piece);
        if (pieces.length === 5) abort.abort();
      },
    });
    expect(pieces).toHaveLength(5);
    expect(outcome.text.length).toBeLessThan(200);
    await expect.poll(() => stub.aborted()).toBeGreaterThan(0);
  });

  it("without a key there is only the offline receptionist", async () => {
    installModel(null);
    expect((await call().say("when are you open?")).source).toBe("offline");
    installModel(openModel({ apiKey: undefined, model: "none" }));
    expect((await call().say("when are you open?")).source).toBe("offline");
  });
});

function turn(said: string) {
  return { turnId: crypto.randomUUID(), said, history: [], dialog: {}, toolCallsSoFar: 0 };
}
