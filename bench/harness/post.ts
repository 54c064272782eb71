import { type Agent, request } from "node:http";

/** Sends an empty POST over loopback and returns the answer's text; anything but 200 rejects. */
export function post(agent: Agent, port: number, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request({ agent, port, path, host: "127.0.0.1", method: "POST" }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => (response.statusCode === 200 ? resolve(text) : reject(new Error(text))));
    });
    sent.on("error", reject).end();
  });
}
