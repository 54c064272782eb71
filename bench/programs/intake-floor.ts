import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import pg from "pg";
import { announceReady } from "./announce-ready";

/**
 * The floor of bars 1 and 2: bare node:http with the carrier's signature check; `POST /insert` adds one row by a
 * prepared statement, anything else touches no database.
 */
const [databaseUrl = "", token = "", origin = ""] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: databaseUrl, max: 20 });
await pool.query("CREATE TABLE IF NOT EXISTS bench_texts (sid text PRIMARY KEY, sender text, body text)");

const server = createServer(async (request, response) => {
  const form = new URLSearchParams(await read(request));
  if (!isSigned(request, form)) return response.writeHead(403).end();
  if (request.url === "/insert") {
    const values = [form.get("MessageSid"), form.get("From"), form.get("Body")];
    await pool.query({ name: "insert", text: "INSERT INTO bench_texts VALUES ($1, $2, $3)", values });
  }
  response.writeHead(200, { "content-type": "text/xml" }).end("<Response></Response>");
});
announceReady(server);

async function read(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += chunk;
  return text;
}

function isSigned(request: IncomingMessage, form: URLSearchParams): boolean {
  const names = [...form.keys()].sort();
  const signed = origin + request.url + names.map((name) => name + form.get(name)).join("");
  const right = Buffer.from(createHmac("sha1", token).update(signed).digest("base64"));
  const given = Buffer.from(String(request.headers["x-twilio-signature"]));
  return given.length === right.length && timingSafeEqual(given, right);
}
