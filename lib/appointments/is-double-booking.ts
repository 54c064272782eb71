/** Whether PostgreSQL refused a row because its time, or its dedupe key, is taken (23P01, 23505). */
export function isDoubleBooking(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return code === "23P01" || code === "23505";
}
