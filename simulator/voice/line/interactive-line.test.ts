import { expect, it } from "vitest";
import { interactiveLine } from "./interactive-line";

function phone() {
  let seconds = 0;
  let due: { at: number; work: () => void }[] = [];
  const line = interactiveLine({
    seconds: () => seconds,
    after(milliseconds, work) {
      const entry = { at: seconds + milliseconds / 1000, work };
      due.push(entry);
      return () => {
        due = due.filter((other) => other !== entry);
      };
    },
  });
  const pass = (by: number) => {
    seconds += by;
    for (const entry of due.filter(({ at }) => at <= seconds)) entry.work();
  };
  return { line, pass };
}

it("answers a question with what was typed, at its time", async () => {
  const { line, pass } = phone();
  const reaction = line.react({ mode: "listening", seconds: 5, isLive: false });
  pass(2);
  line.input({ say: "Hello" });
  expect(await reaction).toEqual({ after: 2, did: { say: "Hello" } });
});

it("is silent when the time is up", async () => {
  const { line, pass } = phone();
  const reaction = line.react({ mode: "listening", seconds: 5, isLive: false });
  pass(5);
  expect(await reaction).toBeNull();
});

it("keeps an early answer for the next question", async () => {
  const { line } = phone();
  const announcement = line.react({ mode: "announcement", seconds: 5, isLive: false });
  line.input({ press: "1" });
  line.input({ heard: true });
  expect(await announcement).toBeNull();
  expect(await line.react({ mode: "listening", seconds: 5, isLive: false })).toEqual({
    after: 0,
    did: { press: "1" },
  });
});

it("hangs up at any time", async () => {
  const { line } = phone();
  const announcement = line.react({ mode: "announcement", seconds: 5, isLive: false });
  line.input({ hangUp: true });
  expect(await announcement).toMatchObject({ did: { hangUp: true } });
});
