/**
 * Adds what Prisma cannot say: row-level security for each table that the SQL creates, by tenant where there is a tenant_id.
 * A person still reads the result, for append-only tables and special indexes.
 */
export function protectTables(sql: string): string {
  const calls = [...sql.matchAll(/^CREATE TABLE "([^"]+)" \(([\s\S]*?)^\);/gm)].map(([, table, columns]) => {
    const guard = columns?.includes('"tenant_id"') ? "trunkline_protect" : "trunkline_protect_platform";
    return `SELECT ${guard}('${table}');`;
  });
  return calls.length > 0 ? `${sql.trimEnd()}\n\n${calls.join("\n")}\n` : sql;
}
