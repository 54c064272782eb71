export { type ConsentChange, changeConsent, isSuppressed } from "./change-consent";
export { consentAddress, consentChange } from "./rules";
