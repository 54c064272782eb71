import { createHmac } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { demoAccount, demoNumber, post, waitFor } from "../../testing";
import { openSoundLeg, type SoundLeg } from "../../voice/sound/sound-leg";
import { type CallStage, startCallStage } from "../../voice/testing";
import { voiceOf } from "../../voice/voice-of";
import { openBrowser, openRegistered } from "./testing";

const key = { sid: `SK${"0".repeat(32)}`, secret: "not a secret" };
const application = `AP${"0".repeat(32)}`;
let stage: CallStage;

beforeAll(async () => {
  stage = await startCallStage();
  const { store } = stage.simulator.world;
  const now = new Date();
  store.keys.set(key.sid, {
    ...key,
    accountSid: demoAccount,
    name: "softphone",
    createdAt: now,
    updatedAt: now,
  });
  store.applications.set(application, {
    ...{ sid: application, accountSid: demoAccount, name: "softphone", createdAt: now, updatedAt: now },
    ...{
      voiceUrl: `${stage.product.url}/app`,
      voiceMethod: "POST",
      voiceFallbackUrl: "",
      voiceFallbackMethod: "",
    },
    ...{ statusCallback: "", statusCallbackMethod: "POST", smsUrl: "", smsMethod: "", smsFallbackUrl: "" },
    ...{
      smsFallbackMethod: "",
      smsStatusCallback: "",
      messageStatusCallback: "",
      voiceCallerIdLookup: false,
    },
  });
  stage.answer(
    "/api/twilio/demo/answer",
    `<Dial timeout="20" action="/after"><Client><Identity>u_1</Identity><Parameter name="brief" value="wants a crown"/></Client></Dial>`,
  );
});
afterAll(() => stage.close());

function token(identity: string, more: { exp?: number; secret?: string; iss?: string } = {}): string {
  const now = Math.floor(Date.now() / 1000);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const head = part({ alg: "HS256", typ: "JWT", cty: "twilio-fpa;v=1" });
  const voice = { incoming: { allow: true }, outgoing: { application_sid: application } };
  const claims = { iss: more.iss ?? key.sid, sub: demoAccount, iat: now, exp: more.exp ?? now + 3600 };
  const body = part({ ...claims, grants: { identity, voice } });
  const signature = createHmac("sha256", more.secret ?? key.secret)
    .update(`${head}.${body}`)
    .digest("base64url");
  return `${head}.${body}.${signature}`;
}

const register = (identity: string) => openRegistered(stage.simulator.url, token(identity));

const talk = async (leg: SoundLeg, partner: SoundLeg) => {
  await waitFor(() => {
    leg.send(Buffer.alloc(160, 0x55));
    return partner.counts.heard > 0;
  });
};

async function callFromHandset() {
  const { json } = await post(`${stage.simulator.url}/handset/calls`, {
    from: "+14155552671",
    to: demoNumber,
    interactive: true,
  });
  return String(json.callId);
}

it("rings the browser, shows it the parameters, and sound flows both ways until the browser hangs up", async () => {
  const browser = await register("u_1");
  const callId = await callFromHandset();
  const handset = openSoundLeg();
  const { json } = await post(`${stage.simulator.url}/handset/calls/${callId}/sound`, {
    sdp: await handset.offer(),
  });
  await handset.accept(String(json.sdp));
  const invite = await browser.until("invite");
  expect(invite.parameters).toMatchObject({ From: "+14155552671", Params: "brief=wants+a+crown" });
  const { microphone } = await browser.answer();
  await talk(microphone, handset);
  await talk(handset, microphone);
  browser.send("hangup", { callsid: invite.callsid });
  await stage.product.until((asked) =>
    asked.some(({ path, form }) => path === "/after" && form.get("DialBridged") === "true"),
  );
  await Promise.all([microphone.close(), handset.close()]);
  browser.close();
});

it("stops ringing in the other tabs when one takes the call, and tells the caller's product who declined", async () => {
  const [one, two] = await Promise.all([register("u_1"), register("u_1")]);
  await callFromHandset();
  await two.until("invite");
  const { callsid, microphone } = await one.answer();
  expect(await two.until("cancel")).toEqual({ callsid });
  one.send("hangup", { callsid });
  await one.until("hangup");
  one.close();
  const before = stage.product.asked.length;
  two.frames.length = 0;
  await callFromHandset();
  two.send("reject", { callsid: (await two.until("invite")).callsid });
  await stage.product.until((asked) =>
    asked.slice(before).some(({ path, form }) => path === "/after" && form.get("DialCallStatus") === "busy"),
  );
  two.close();
  await microphone.close();
});

it("asks the application of the token what to do with a call from the browser, and opens it once the other side answers", async () => {
  stage.answer(
    "/app",
    `<Dial answerOnBridge="true" callerId="${demoNumber}"><Number>+14155550999</Number></Dial>`,
  );
  await post(`${stage.simulator.url}/handset/parties`, { "+14155550999": { does: "answer", after: 0.1 } });
  const browser = await register("u_2");
  const microphone = openSoundLeg();
  browser.send("invite", {
    callsid: "TJ1",
    sdp: await microphone.offer(),
    twilio: { params: "To=%2B14155550999&callerId=1" },
  });
  const { callsid, sdp } = await browser.until("ringing");
  await microphone.accept(String(sdp));
  expect((await browser.until("answer")).callsid).toBe(callsid);
  const asked = stage.product.asked.find(({ path }) => path === "/app")?.form;
  expect(Object.fromEntries(asked ?? [])).toMatchObject({
    From: "client:u_2",
    To: "+14155550999",
    callerId: "1",
    ApplicationSid: application,
  });
  browser.send("hangup", { callsid });
  await browser.until("hangup");
  browser.close();
  await microphone.close();
});

it("goes on with a call over a new socket after the first one broke", async () => {
  const browser = await register("u_1");
  await callFromHandset();
  const { callsid, microphone } = await browser.answer();
  const { reconnect } = await browser.until("answer");
  browser.close();
  const again = await openBrowser(stage.simulator.url, token("u_1"));
  await again.until("connected");
  again.send("invite", { callsid, sdp: "", reconnect: "made up", twilio: {} });
  expect(await again.until("hangup")).toMatchObject({ error: { code: 31209 } });
  again.send("invite", { callsid, sdp: "", reconnect, twilio: {} });
  expect(await again.until("answer")).toMatchObject({ callsid });
  const before = stage.product.asked.length;
  again.send("hangup", { callsid });
  await stage.product.until((asked) =>
    asked.slice(before).some(({ path, form }) => path === "/after" && form.get("DialBridged") === "true"),
  );
  again.close();
  await microphone.close();
});

it("stops ringing a browser whose token ran out, and goes on with one that brought a new one in time", async () => {
  const soon = () => token("u_3", { exp: Math.floor(Date.now() / 1000) + 3 });
  const [late, prompt] = await Promise.all([
    openRegistered(stage.simulator.url, soon()),
    openRegistered(stage.simulator.url, soon()),
  ]);
  prompt.send("listen", { token: token("u_3"), browserinfo: {}, reconnectTimeout: 0 });
  expect(await late.until("error")).toMatchObject({ error: { code: 31205 } });
  expect(prompt.frames.some(({ type }) => type === "error")).toBe(false);
  const ringable = [...voiceOf(stage.simulator.world).clients].filter(({ identity }) => identity === "u_3");
  expect(ringable).toHaveLength(1);
  late.close();
  prompt.close();
});

it.each([
  ["another key", () => token("u_1", { iss: `SK${"1".repeat(32)}` }), 31202],
  ["a forged signature", () => token("u_1", { secret: "forged" }), 31202],
  ["a token of yesterday", () => token("u_1", { exp: 1 }), 31205],
  ["a token for a week", () => token("u_1", { exp: Math.floor(Date.now() / 1000) + 7 * 86_400 }), 31207],
  ["an e-mail address as identity", () => token("ann@example.com"), 31105],
  ["no token", () => "nonsense", 31204],
])("turns %s away", async (_what, jwt, code) => {
  const browser = await openBrowser(stage.simulator.url, jwt());
  expect(await browser.until("error")).toMatchObject({ error: { code } });
  browser.close();
});
