export { type ConsentChange, changeConsent, isSuppressed } from "./change-consent";
export { consentChange } from "./rules";
