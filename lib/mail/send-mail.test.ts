import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sendMail, smtpDelivery } from "./send-mail";

type Taken = { user: string; to: string[]; source: string };

const taken: Taken[] = [];
const server = new SMTPServer({
  disabledCommands: ["STARTTLS"],
  onAuth: ({ username, password }, _session, answer) =>
    password === "right" ? answer(null, { user: username }) : answer(new Error("wrong password")),
  onData: async (stream, { user, envelope }, done) => {
    const to = envelope.rcptTo.map(({ address }) => address);
    taken.push({ user: String(user), to, source: await text(stream) });
    done();
  },
});
let port = 0;

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.server.address();
  port = typeof address === "object" && address ? address.port : 0;
});
afterAll(() => new Promise<void>((done) => server.close(done)));

const mail = {
  to: "nia@example.test",
  subject: "Join Riverside",
  text: "Accept: https://desk.example/invite/1",
};
const delivery = (password: string, at = port) =>
  smtpDelivery({ url: `smtp://desk:${password}@127.0.0.1:${at}`, from: "Desk <desk@example.test>" });

test("a mail reaches the server, signed in, from the address of the settings", async () => {
  expect(await sendMail(mail, delivery("right"))).toBe(true);
  expect(taken).toMatchObject([{ user: "desk", to: ["nia@example.test"] }]);
  expect(taken[0]?.source).toContain("From: Desk <desk@example.test>");
  expect(taken[0]?.source).toContain("Accept: https://desk.example/invite/1");
});

test.each([
  ["refuses the password", () => delivery("wrong")],
  ["is not there", () => delivery("right", 1)],
])("a server that %s fails the mail, not what it belongs to", async (_what, by) => {
  expect(await sendMail(mail, by())).toBe(false);
  expect(taken).toHaveLength(1);
});
