const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;

/** An ear for the caller's own voice, where the browser has one. `onWords(text, isWhole)` hears as it goes. */
export function buildEar(onWords, onChange) {
  if (!Recognition) return null;
  let recognition = null;
  return {
    get isOpen() {
      return recognition !== null;
    },
    open(language) {
      if (recognition) return;
      recognition = new Recognition();
      recognition.lang = language;
      recognition.interimResults = true;
      recognition.onresult = ({ results }) => {
        const latest = results[results.length - 1];
        onWords(latest[0].transcript, latest.isFinal);
      };
      recognition.onend = () => {
        recognition = null;
        onChange(null);
      };
      recognition.onerror = ({ error }) => onChange(problems[error] ?? null);
      recognition.start();
      onChange(null);
    },
    close() {
      recognition?.stop();
    },
  };
}

const problems = {
  "not-allowed": "The microphone is blocked. Allow it in the browser, or type.",
  "audio-capture": "No microphone was found. Type instead.",
  network: "This browser's speech recognition needs the internet. Type instead.",
};
