"use client";
import { Volume2 } from "lucide-react";
import { useEffect, useState } from "react";
import { usePhone, usePhoneState } from "@/components/softphone/phone/phone-context";
import { Button } from "@/components/ui/action/button";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import { toast } from "@/components/ui/overlay/toast";

/** Microphone with its level, loudspeaker with a test tone. */
export function SoundSettings() {
  const audio = usePhone().device?.audio;
  usePhoneState();
  const [input, setInput] = useState<string>();
  const [output, setOutput] = useState<string>();
  const level = useMicrophoneLevel(input);
  if (!audio)
    return <p className="text-small text-muted">Go online first; then choose microphone and loudspeaker.</p>;

  const chooseInput = (id: string) => {
    setInput(id);
    audio
      .setInputDevice(id)
      .catch(() => toast.error("This microphone cannot be used. Allow it in the browser."));
  };
  const chooseOutput = (id: string) => {
    setOutput(id);
    audio.speakerDevices.set(id).catch(() => toast.error("This loudspeaker cannot be used."));
  };
  const test = () =>
    audio.speakerDevices.test("/sounds/ring.wav").catch(() => toast.error("Nothing could be played."));
  return (
    <div className="flex flex-col gap-3">
      <Field label="Microphone">
        <Select
          options={choices(audio.availableInputDevices)}
          placeholder="Choose to see its level"
          value={input}
          onValueChange={chooseInput}
        />
      </Field>
      <meter aria-label="Level of the microphone" min={0} max={100} value={level} className="h-2 w-full" />
      <Field label="Loudspeaker">
        <Select
          options={choices(audio.availableOutputDevices)}
          placeholder="The computer's own"
          value={output}
          onValueChange={chooseOutput}
        />
      </Field>
      <Button icon={<Volume2 aria-hidden />} onClick={test}>
        Play a test tone
      </Button>
    </div>
  );
}

function choices(devices: ReadonlyMap<string, MediaDeviceInfo>) {
  return [...devices.values()].map(({ deviceId, label }) => ({
    value: deviceId,
    label: label || "Sound device",
  }));
}

/** How loud the chosen microphone is, 0 to 100. */
function useMicrophoneLevel(input: string | undefined): number {
  const audio = usePhone().device?.audio;
  const [level, setLevel] = useState(0);
  useEffect(() => {
    if (!audio || !input) return;
    const hear = (volume: number) => setLevel(Math.round(volume * 100));
    audio.on("inputVolume", hear);
    return () => {
      audio.removeListener("inputVolume", hear);
      void audio.unsetInputDevice().catch(() => {});
    };
  }, [audio, input]);
  return level;
}
