/** What this page needs of the browser's speech recognition, which not every browser has and TypeScript does not describe. */
type Recognition = {
  lang: string;
  onresult: ((event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
  start: () => void;
  abort: () => void;
};

declare global {
  interface Window {
    SpeechRecognition?: new () => Recognition;
    webkitSpeechRecognition?: new () => Recognition;
  }
}

let listening: Recognition | null = null;

/** Says something with the browser's own voice; ends when it is said, cut off, or cannot be heard at all. */
export function speakAloud(text: string, language: string): Promise<void> {
  if (!("speechSynthesis" in window) || text === "") return Promise.resolve();
  return new Promise((resolve) => {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = language;
    utterance.onend = () => resolve();
    utterance.onerror = () => resolve();
    // A browser without any voice never says that it has finished.
    setTimeout(resolve, 2_000 + text.length * 110);
    speechSynthesis.cancel();
    speechSynthesis.speak(utterance);
  });
}

/**
 * Hears one sentence through the microphone.
 * @returns what was heard, "" for silence, null when this browser cannot listen or may not
 */
export function hearOnce(language: string): Promise<string | null> {
  const Listener = window.SpeechRecognition ?? window.webkitSpeechRecognition;
  if (!Listener) return Promise.resolve(null);
  return new Promise((resolve) => {
    const recognition = new Listener();
    listening = recognition;
    recognition.lang = language;
    recognition.onresult = ({ results }) => resolve(results[0]?.[0]?.transcript ?? "");
    recognition.onerror = ({ error }) => resolve(error === "no-speech" || error === "aborted" ? "" : null);
    recognition.onend = () => resolve("");
    recognition.start();
  });
}

/** Falls silent and stops listening. */
export function beQuiet(): void {
  if ("speechSynthesis" in window) speechSynthesis.cancel();
  listening?.abort();
  listening = null;
}
