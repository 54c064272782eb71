import { startSimulator } from "@/simulator";

/** The simulator as a child of `npm start`: it ends with its parent, however that ends. */
const [port, publicUrl] = process.argv.slice(2);
/** A parent that is gone already needs no answer. */
const tell = (answer: string) => void process.send?.(answer, () => undefined);

process.once("disconnect", () => process.exit(0));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => undefined);
try {
  await startSimulator({ port: Number(port), publicUrl: String(publicUrl) });
  tell("ready");
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
}
