export { type ConsentChange, changeConsent, isSuppressed } from "./change-consent";
export { recordConsent } from "./record-consent";
export { consentChange } from "./rules";
export { listConsent } from "./view-consent";
