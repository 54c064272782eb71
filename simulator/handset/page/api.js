/** The simulator's own API, as the page uses it. */
export async function fetchDesk() {
  return read(await fetch("/handset/desk"));
}

export async function fetchMessages(phone, business) {
  const query = new URLSearchParams({ phone, business });
  return (await read(await fetch(`/handset/messages?${query}`))).data;
}

/** Sends from a phone; throws an Error with a sentence when the simulator refuses. */
export async function sendMessage(message) {
  const headers = { "content-type": "application/json" };
  return read(await fetch("/handset/messages", { method: "POST", headers, body: JSON.stringify(message) }));
}

export async function fetchLedger(since) {
  return (await read(await fetch(`/ledger?since=${since}`))).data;
}

async function read(response) {
  const body = await response.json();
  if (!response.ok) throw new Error(body.detail ?? "The simulator did not answer as expected.");
  return body;
}
