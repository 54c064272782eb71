/** One thing that a check found wrong: where, what, and what to do instead. */
export type Finding = { path: string; line: number; what: string; instead: string };

/** Writes a finding so that editors and terminals can jump to it. */
export function describeFinding(finding: Finding): string {
  return `${finding.path}:${finding.line}  ${finding.what}\n    → ${finding.instead}`;
}
