import { describe, expect, it } from "vitest";
import type { Act, Mode } from "./line";
import { scriptedLine } from "./scripted-line";

function lineOf(script: Act[], patience = 300) {
  const slept: number[] = [];
  const sleep = async (milliseconds: number) => void slept.push(milliseconds);
  const line = scriptedLine(script, { speed: 10, patience, sleep });
  return {
    slept,
    react: (mode: Mode, seconds: number, isLive = false) => line.react({ mode, seconds, isLive }),
  };
}

describe("a scripted caller", () => {
  it("answers at once when it is asked", async () => {
    const { react } = lineOf([{ say: "Hello" }, { press: "1" }]);
    expect(await react("listening", 5)).toEqual({ after: 0, did: { say: "Hello" } });
    expect(await react("listening", 5)).toEqual({ after: 0, did: { press: "1" } });
    expect(await react("listening", 5)).toBeNull();
  });

  it("stays silent for as long as it waits, over several questions", async () => {
    const { react } = lineOf([{ wait: 12 }, { say: "Yes" }]);
    expect(await react("listening", 5)).toBeNull();
    expect(await react("listening", 5)).toBeNull();
    expect(await react("listening", 5)).toEqual({ after: 2, did: { say: "Yes" } });
  });

  it("does not answer what nobody asked", async () => {
    const { react } = lineOf([{ say: "Hello" }]);
    expect(await react("announcement", 30)).toBeNull();
    expect(await react("prompt", 30)).toBeNull();
    expect(await react("passive", 30)).toBeNull();
    expect(await react("listening", 5)).not.toBeNull();
  });

  it("cuts a prompt short, and an announcement only by hanging up", async () => {
    expect(await lineOf([{ say: "Stop", after: 2 }]).react("prompt", 10)).toEqual({
      after: 2,
      did: { say: "Stop" },
    });
    expect(await lineOf([{ say: "Stop", after: 2 }]).react("announcement", 10)).toBeNull();
    expect(await lineOf([{ hangUp: true, after: 3 }]).react("announcement", 10)).toMatchObject({ after: 3 });
  });

  it("gives up on hold music after its wait", async () => {
    const { react } = lineOf([{ wait: 20 }, { hangUp: true }]);
    expect(await react("passive", 8)).toBeNull();
    expect(await react("passive", 30)).toEqual({ after: 12, did: { hangUp: true } });
  });

  it("loses patience when the script is over", async () => {
    const { react } = lineOf([], 20);
    expect(await react("announcement", 100)).toBeNull();
    expect(await react("listening", 15)).toBeNull();
    expect(await react("passive", 15)).toEqual({ after: 5, did: { hangUp: true } });
  });

  it("sleeps only through live moments, sped up", async () => {
    const { react, slept } = lineOf([{ wait: 5 }, { hangUp: true }]);
    await react("listening", 4);
    expect(slept).toEqual([]);
    await react("passive", 10, true);
    expect(slept).toEqual([100]);
  });
});

it("goes on waiting where a moment was cut short", async () => {
  const line = scriptedLine([{ wait: 100 }, { hangUp: true }], {
    speed: 1,
    patience: 300,
    sleep: async () => {},
  });
  expect(await line.react({ mode: "talking", seconds: 600, isLive: false })).toMatchObject({ after: 100 });
  line.stop(30);
  expect(await line.react({ mode: "passive", seconds: 60, isLive: false })).toBeNull();
  expect(await line.react({ mode: "passive", seconds: 60, isLive: false })).toEqual({
    after: 10,
    did: { hangUp: true },
  });
});
