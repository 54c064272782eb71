export { type Keyring, processKeyring } from "./keyring";
export { keyVersionOf, open, rewrap, type SealedPlace, seal } from "./seal";
export { hashToken, isSameSecret, lastFour, newSecret } from "./token";
