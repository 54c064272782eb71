import { startSimulator } from "@/simulator";

/** The simulator as a child of `npm start`: it ends with its parent, however that ends. */
const [port, publicUrl] = process.argv.slice(2);
process.once("disconnect", () => process.exit(0));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => undefined);
try {
  await startSimulator({ port: Number(port), publicUrl: String(publicUrl) });
  process.send?.("ready");
} catch (error) {
  process.send?.(error instanceof Error ? error.message : String(error));
}
