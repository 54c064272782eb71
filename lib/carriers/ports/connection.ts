/** Every carrier Trunkline speaks with. A new one is its folder, its name here and its line in the registry. */
export const carrierNames = ["twilio", "vobiz"] as const;
export type CarrierName = (typeof carrierNames)[number];

/** Values by `CredentialField.name`, unsealed. What they mean is known to the carrier's folder alone. */
export type CarrierCredentials = Readonly<Record<string, string>>;

/** A carrier account opened for use. Plain data, so that one process can serve any number of them. */
export type Connection = {
  credentials: CarrierCredentials;
  /** Origin (and path prefix) to call instead of the carrier's own: the simulator's, or a proxy's. */
  apiBaseUrl?: string;
};
