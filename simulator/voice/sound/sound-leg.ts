import { MediaStreamTrack, RTCPeerConnection, RTCRtpCodecParameters, RtpHeader, RtpPacket } from "werift";

/** One browser's sound: µ-law at 8 kHz over WebRTC, as Twilio's edge speaks it. */
export type SoundLeg = {
  /** Our description with its candidates, to which a browser that is rung answers. */
  offer(): Promise<string>;
  /** The browser's answer to {@link SoundLeg.offer}. */
  accept(sdp: string): Promise<void>;
  /** Our answer to a browser that called. */
  answer(sdp: string): Promise<string>;
  /** Lets the browser hear a packet of sound. */
  send(payload: Buffer): void;
  /** Hears what the browser sends; one listener. */
  listen(hear: (payload: Buffer) => void): void;
  /** Packets so far, in both directions. */
  counts: { heard: number; sent: number };
  close(): Promise<void>;
};

const SAMPLES_PER_PACKET = 160;
const MULAW = 0;

/** A new leg without a browser yet. Candidates are this machine's own addresses, loopback among them. */
export function openSoundLeg(): SoundLeg {
  const peer = new RTCPeerConnection({
    codecs: {
      audio: [
        new RTCRtpCodecParameters({
          mimeType: "audio/PCMU",
          clockRate: 8000,
          channels: 1,
          payloadType: MULAW,
        }),
      ],
      video: [],
    },
    iceServers: [],
    iceUseIpv6: false,
    iceAdditionalHostAddresses: ["127.0.0.1"],
  });
  const track = new MediaStreamTrack({ kind: "audio" });
  peer.addTransceiver(track, { direction: "sendrecv" });
  const counts = { heard: 0, sent: 0 };
  let hear: (payload: Buffer) => void = () => {};
  peer.onTrack.subscribe((remote) => {
    remote.onReceiveRtp.subscribe(({ payload }) => {
      counts.heard += 1;
      hear(payload);
    });
  });
  return {
    counts,
    listen: (listener) => {
      hear = listener;
    },
    async offer() {
      await peer.setLocalDescription(await peer.createOffer());
      return descriptionOf(peer);
    },
    accept: (sdp) => peer.setRemoteDescription({ type: "answer", sdp }),
    async answer(sdp) {
      await peer.setRemoteDescription({ type: "offer", sdp });
      await peer.setLocalDescription(await peer.createAnswer());
      return descriptionOf(peer);
    },
    send(payload) {
      counts.sent += 1;
      const header = new RtpHeader({
        payloadType: MULAW,
        sequenceNumber: counts.sent % 65_536,
        timestamp: (counts.sent * SAMPLES_PER_PACKET) % 2 ** 32,
      });
      track.writeRtp(new RtpPacket(header, payload));
    },
    close: () => peer.close(),
  };
}

function descriptionOf(peer: RTCPeerConnection): string {
  return peer.localDescription?.sdp ?? "";
}
