const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;

/**
 * An ear for the caller's own voice, where the browser has one. `onWords(text, isWhole)` hears as it goes. Once switched on
 * it listens to every answer until it is switched off; a browser stops by itself after each.
 */
export function buildEar(onWords, onChange) {
  if (!Recognition) return null;
  let recognition = null;
  let isOn = false;
  return {
    get isOn() {
      return isOn;
    },
    switchOn(language) {
      isOn = true;
      this.listen(language);
    },
    switchOff() {
      isOn = false;
      recognition?.stop();
      onChange(null);
    },
    /** It is the caller's turn. */
    listen(language) {
      if (!isOn || recognition) return;
      recognition = new Recognition();
      recognition.lang = language;
      recognition.interimResults = true;
      recognition.onresult = ({ results }) => {
        const latest = results[results.length - 1];
        onWords(latest[0].transcript, latest.isFinal);
      };
      recognition.onend = () => {
        recognition = null;
      };
      recognition.onerror = ({ error }) => {
        if (problems[error]) isOn = false;
        onChange(problems[error] ?? null);
      };
      recognition.start();
      onChange(null);
    },
  };
}

const problems = {
  "not-allowed": "The microphone is blocked. Allow it in the browser, or type.",
  "audio-capture": "No microphone was found. Type instead.",
  network: "This browser's speech recognition needs the internet. Type instead.",
};
