/** Gives the phone a microphone and a loudspeaker, for calls that a person takes in a browser. */
export function openSound(callId, complain) {
  const peer = new RTCPeerConnection();
  const speaker = new Audio();
  speaker.autoplay = true;
  let microphone = null;
  peer.addEventListener("track", ({ streams, track }) => {
    speaker.srcObject = streams[0] ?? new MediaStream([track]);
  });
  connect().catch((error) => complain(problems[error.name] ?? "The sound could not be connected."));

  async function connect() {
    microphone = await navigator.mediaDevices.getUserMedia({ audio: true });
    for (const track of microphone.getAudioTracks()) peer.addTrack(track, microphone);
    await peer.setLocalDescription(await peer.createOffer());
    const response = await fetch(`/handset/calls/${callId}/sound`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ sdp: peer.localDescription.sdp }),
    });
    if (!response.ok) return;
    await peer.setRemoteDescription({ type: "answer", sdp: (await response.json()).sdp });
  }

  return {
    close() {
      for (const track of microphone?.getTracks() ?? []) track.stop();
      peer.close();
      speaker.srcObject = null;
    },
  };
}

const problems = {
  NotAllowedError: "The microphone is blocked. Allow it in the browser to talk.",
  NotFoundError: "No microphone was found, so you are not heard.",
};
