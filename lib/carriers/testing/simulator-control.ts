/** Asks the simulator's handset, as a person with a phone would. */
export async function askHandset(simulatorUrl: string, path: string, body: object): Promise<unknown> {
  return post(`${simulatorUrl}/handset/${path}`, body);
}

/** Makes the next POST to a path go wrong. */
export async function breakNextPost(
  simulatorUrl: string,
  kind: "429" | "500-before" | "500-after" | "drop",
  path: string,
): Promise<void> {
  await post(`${simulatorUrl}/faults`, { target: "rest", kind, match: { path, method: "POST" }, times: 1 });
}

async function post(url: string, body: object): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  return response.json();
}
