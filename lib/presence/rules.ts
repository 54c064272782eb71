/** How long a tab is believed without a sign of life. Tabs say theirs every 20 s; a hidden one may do so only once a minute. */
export const presenceSeconds = 75;

/** A member's name towards a carrier's softphone: letters, digits and underscore only, which every SDK takes. */
export function identityOf(memberId: string): string {
  return `m_${memberId.replaceAll("-", "")}`;
}

/** The member behind {@link identityOf}, also as `client:…`; null for anything else. */
export function memberOfIdentity(identity: string): string | null {
  const hex = /^(?:client:)?m_([0-9a-f]{32})$/.exec(identity)?.[1];
  return hex ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5") : null;
}
