// Browsers load their voices when they are first asked for, and have none until then.
window.speechSynthesis?.getVoices();

/** A mouth for the business: says sentences one after the other, and tells when each was heard. */
export function buildVoice() {
  const synthesis = window.speechSynthesis;
  let queue = Promise.resolve();
  let turn = 0;
  return {
    isPossible: Boolean(synthesis),
    isOn: Boolean(synthesis),
    /** Resolves when the sentence was said, or read where sound is off. */
    say(text, language, seconds) {
      const mine = turn;
      queue = queue.then(() => (mine === turn ? this.sayNow(text, language, seconds) : undefined));
      return queue;
    },
    sayNow(text, language, seconds) {
      const reading = Math.max(400, seconds * 450);
      if (!this.isOn || !synthesis?.getVoices().length) return pause(reading);
      return new Promise((resolve) => {
        const utterance = new SpeechSynthesisUtterance(text);
        utterance.lang = language ?? "en-US";
        utterance.onend = resolve;
        utterance.onerror = resolve;
        synthesis.speak(utterance);
        setTimeout(resolve, seconds * 1500 + 1500);
      });
    },
    /** Falls silent at once; what was to be said is forgotten. */
    stop() {
      turn += 1;
      queue = Promise.resolve();
      synthesis?.cancel();
    },
  };
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
