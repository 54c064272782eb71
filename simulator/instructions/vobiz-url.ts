/** Vobiz resolves nothing: every URL is whole. (It also wants HTTPS, which a loopback address cannot give.) */
export function isAbsolute(url: string): boolean {
  return /^(https?|wss?):\/\//.test(url);
}
