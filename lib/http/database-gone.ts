const socketErrors = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE|ETIMEDOUT|EHOSTUNREACH|EAI_AGAIN)$/;
// PostgreSQL's own: connection exceptions (08…), shutting down or starting (57P…), too many connections (53300).
const serverErrors = /^(08\w{3}|57P0[1-5]|53300)$/;
// Prisma's: cannot reach, timed out, closed the connection, pool exhausted, transaction could not start in time.
const prismaErrors = /^(P1001|P1002|P1008|P1017|P2024|P2028)$/;
// node-postgres reports some losses by sentence only.
const sentences =
  /Connection terminated|timeout exceeded when trying to connect|server closed the connection/i;

/** Whether an error means that PostgreSQL could not be reached, rather than that it refused a statement. */
export function isDatabaseGone(thrown: unknown): boolean {
  for (let error = thrown, depth = 0; error instanceof Error && depth < 5; error = error.cause, depth += 1) {
    const code = "code" in error ? String(error.code) : "";
    if (socketErrors.test(code) || serverErrors.test(code) || prismaErrors.test(code)) return true;
    if (sentences.test(error.message)) return true;
  }
  return false;
}
