const headers = { "content-type": "application/json" };

/** Dials the business; resolves with the call's id, rejects with a sentence. */
export async function dial(call) {
  const body = JSON.stringify({ ...call, interactive: true });
  const response = await fetch("/handset/calls", { method: "POST", headers, body });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.detail ?? "The call could not be placed.");
  return answer.callId;
}

/** Says, presses, hangs up, or tells that a prompt was heard. A call that is over by then needs no input. */
export async function sendInput(callId, input) {
  await fetch(`/handset/calls/${callId}/input`, { method: "POST", headers, body: JSON.stringify(input) });
}

/** The latest calls between a phone and the business, newest first. */
export async function fetchCalls(phone, business) {
  const { calls } = await (await fetch("/handset/calls")).json();
  return calls.filter(({ from, to }) => [from, to].includes(phone) && [from, to].includes(business));
}

/** Calls of the product's to this phone ring here from now on, or are answered by nobody in particular again. */
export async function layOnDesk(phone, isHere) {
  const body = JSON.stringify({ [phone]: isHere ? "handset" : null });
  await fetch("/handset/parties", { method: "POST", headers, body, keepalive: true });
}

/** Follows a call: `on` maps the kind of news to what is done with it. The answer stops following. */
export function followCall(callId, on) {
  const stream = new EventSource(`/handset/calls/${callId}/stream`);
  for (const [kind, listener] of Object.entries(on)) {
    stream.addEventListener(kind, (event) => listener(JSON.parse(event.data)));
  }
  return () => stream.close();
}
