export { ensureDemoWorld, unsafeHasDemoWorld } from "./ensure-demo-world";
export { removeDemoWorld } from "./remove-demo-world";
